import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "#lib/db/client";
import { transaction } from "#lib/db/client";
import { addMinutes } from "#lib/kernel/interval";
import { confirmMeeting } from "#lib/meetings/usecases/confirm-meeting";
import { planMeetings } from "#lib/meetings/usecases/plan-meetings";
import { recordConsent } from "#lib/series/usecases/record-consent";
import { emptyDatabase } from "../../support/clean.ts";
import { type JointSeriesFixture, makeJointSeries } from "../../support/joint-series.ts";

let series: JointSeriesFixture;
const start = new Date("2027-03-16T13:00Z");
const slots = [{ id: "01980000-0000-7000-8000-000000000001", start, end: addMinutes(start, 120) }];
const plan = () =>
  transaction((tx) => planMeetings(tx, series.cast.sg2CoChair, { seriesId: series.id, slots }));

beforeEach(async () => {
  await emptyDatabase();
  series = await makeJointSeries();
  await plan();
});
afterAll(() => db.$disconnect());

const confirm = (name: keyof JointSeriesFixture["cast"] = "sg2Secretariat", version = 1) =>
  confirmMeeting(series.cast[name], { reference: series.reference, sequence: 1, version });
const agree = (name: "sg2CoChair" | "sg20CoChair") =>
  recordConsent(series.cast[name], {
    ...{ seriesId: series.id, subject: "series", subjectId: series.id, outcome: "agreed", method: "meeting" },
    sideId: name === "sg2CoChair" ? series.sideA : series.sideB,
    ...{ decidedBy: "Plenary", decidedOn: "2026-01-01", evidence: "", comment: "", version: 0 },
  });
const status = async () => (await db.meeting.findFirstOrThrow()).status;

describe("confirmMeeting", () => {
  it("confirms a planned meeting once both sides have agreed to the series (N5)", async () => {
    await agree("sg2CoChair");
    await expect(confirm()).rejects.toMatchObject({
      ...{ code: "conflict", words: { key: "meetings.N5.message", values: { count: 1, groups: "SG20" } } },
    });
    expect(await status()).toBe("planned");
    await agree("sg20CoChair");
    await confirm();
    expect(await db.meeting.findFirst()).toMatchObject({
      status: "confirmed",
      version: 2,
      calendarSequence: 0,
    });
    expect(await db.auditEntry.findFirst({ where: { action: "meetingConfirm" } })).toMatchObject({
      ...{ before: { status: "planned" }, after: { status: "confirmed", sequence: 1 } },
    });
  });

  it("refuses who is neither co-chair nor secretariat, a meeting already confirmed, and a stale form", async () => {
    await agree("sg2CoChair");
    await agree("sg20CoChair");
    for (const name of ["sg2Delegate", "sg2Chair", "administrator"] as const)
      await expect(confirm(name)).rejects.toMatchObject({ code: "forbidden" });
    await expect(confirm("stranger")).rejects.toMatchObject({ code: "not_found" });
    await expect(confirm("sg20CoChair", 0)).rejects.toMatchObject({ code: "conflict" });
    expect(await status()).toBe("planned");
    await confirm("sg20CoChair");
    await expect(confirm("sg20CoChair", 2)).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("planMeetings", () => {
  it("refuses a series that has meetings already", async () => {
    await expect(plan()).rejects.toMatchObject({
      code: "conflict",
      words: { key: "meetings.refusal.plannedAlready" },
    });
    expect(await db.meeting.count()).toBe(1);
  });
});
