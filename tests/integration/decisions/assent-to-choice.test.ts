import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "#lib/db/client";
import type { AssentInput } from "#lib/decisions/schema";
import { assentToChoice } from "#lib/decisions/usecases/assent-to-choice";
import { chooseSeries } from "#lib/decisions/usecases/choose-series";
import { verifyRecord } from "#lib/decisions/usecases/verify-record";
import { viewChoice } from "#lib/decisions/usecases/view-choice";
import { extendDeadline } from "#lib/scheduling/usecases/extend-deadline";
import { waiveSlotFindings } from "#lib/scheduling/usecases/waive-slot-findings";
import { emptyDatabase } from "../../support/clean.ts";
import { type JointSeriesFixture, makeJointSeries } from "../../support/joint-series.ts";
import { AFTER, DEADLINE, openFour, OPENED } from "../../support/poll.ts";

let series: JointSeriesFixture;
let slots: string[];
beforeEach(async () => {
  await emptyDatabase();
  series = await makeJointSeries();
  slots = await openFour(series);
});
afterAll(() => db.$disconnect());

type Name = keyof JointSeriesFixture["cast"];
const choose = (slotIds = slots.slice(0, 3), name: Name = "sg2CoChair", now = AFTER) =>
  chooseSeries(series.cast[name], { reference: series.reference, slotIds, aims: "", reason: "Tested" }, now);
const assent = (
  choiceId: string,
  name: Name,
  { now = AFTER, ...changes }: Partial<AssentInput> & { now?: Date } = {},
) =>
  assentToChoice(
    series.cast[name],
    {
      ...{ reference: series.reference, choiceId, outcome: "agreed", method: "correspondence" },
      sideId: name.startsWith("sg20") ? series.sideB : series.sideA,
      ...{ decidedBy: "The co-chair", evidence: "", comment: "", ...changes },
    },
    now,
  );
const ABOUT = "SG2 · SG2 plenary · 2027-03-15/2027-03-17";
/** A plenary of SG2 that is imported later, over the first slot. */
const plenary = () =>
  db.groupMeeting.create({
    data: {
      ...{ groupId: series.sg2, title: "SG2 plenary", source: "Circular 12", asOf: new Date("2027-01-02") },
      ...{ opensOn: new Date("2027-03-15"), closesOn: new Date("2027-03-17") },
    },
  });
const setAside = () =>
  waiveSlotFindings(
    series.cast.sg20CoChair,
    {
      ...{ reference: series.reference, rule: "D1", reason: "Nobody is there." },
      findings: [{ subjectId: slots[0] ?? "", about: ABOUT }],
    },
    AFTER,
  );
const refusal = (code: string, key: string) => ({ code, words: expect.objectContaining({ key }) });

describe("chooseSeries", () => {
  it("puts the slots forward in time order, and replaces what was put forward before", async () => {
    const [one = "", two = "", three = "", last = ""] = slots;
    const first = await choose([three, one, two]);
    const second = await choose([last, two, one], "sg20CoChair");
    expect(await db.pollChoice.findMany({ orderBy: { proposedAt: "asc" } })).toEqual([
      expect.objectContaining({
        ...{ id: first, slotIds: [one, two, three], proposedById: series.cast.sg2CoChair.id },
        ...{ supersededAt: AFTER, decidedAt: null },
      }),
      expect.objectContaining({ id: second, slotIds: [one, two, last], supersededAt: null, decidedAt: null }),
    ]);
  });

  it("takes no slot that breaks a rule nobody set aside, and takes it with the reason for which it was", async () => {
    await plenary();
    await expect(choose()).rejects.toMatchObject(refusal("conflict", "decisions.refusal.brokenRule"));
    expect([
      await db.pollChoice.count(),
      await db.auditEntry.count({ where: { action: "seriesChoose" } }),
    ]).toEqual([0, 0]);
    await setAside();
    const choice = await choose();
    await assent(choice, "sg2CoChair");
    expect(await assent(choice, "sg20CoChair")).toBe(true);
    const { text } = await db.decisionRecord.findFirstOrThrow();
    expect(JSON.parse(text)).toMatchObject({
      chosen: { reason: "Tested" },
      waivers: [
        { slot: "s000", rule: "D1", about: ABOUT, reason: "Nobody is there.", waivedBy: "Jun Second" },
      ],
    });
    expect(await verifyRecord(text)).toMatchObject({ same: true });
  });

  it("waits for the deadline", async () => {
    await expect(choose(slots.slice(0, 3), "sg2CoChair", OPENED)).rejects.toMatchObject(
      refusal("conflict", "scheduling.refusal.stillOpen"),
    );
  });

  it("takes exactly as many slots as there are meetings, from co-chairs only", async () => {
    await expect(choose(slots)).rejects.toMatchObject(refusal("invalid", "decisions.refusal.count"));
    for (const name of ["sg2Chair", "sg20Delegate", "administrator", "sg2Secretariat"] as const)
      await expect(choose(slots.slice(0, 3), name)).rejects.toMatchObject({ code: "forbidden" });
    expect(await db.pollChoice.count()).toBe(0);
  });
});

describe("assentToChoice", () => {
  it("waits for the other side, then plans three meetings with calendar entries of their own", async () => {
    const choice = await choose();
    expect(await assent(choice, "sg2CoChair")).toBe(false);
    expect(await db.meeting.count()).toBe(0);
    expect(await assent(choice, "sg20Chair", { method: "meeting", evidence: "SG20-TD7" })).toBe(true);

    const meetings = await db.meeting.findMany({ orderBy: { sequence: "asc" } });
    expect(
      meetings.map(({ sequence, startsAt, endsAt, status, slotId }) => [
        sequence,
        startsAt,
        endsAt,
        status,
        slotId,
      ]),
    ).toEqual([
      [1, new Date("2027-03-16T13:00Z"), new Date("2027-03-16T15:00Z"), "planned", slots[0]],
      [2, new Date("2027-03-23T13:00Z"), new Date("2027-03-23T15:00Z"), "planned", slots[1]],
      [3, new Date("2027-04-06T12:00Z"), new Date("2027-04-06T14:00Z"), "planned", slots[2]],
    ]);
    for (const { calendarUid } of meetings)
      expect(calendarUid).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}@[a-z0-9.-]+$/);
    expect(new Set(meetings.map(({ calendarUid }) => calendarUid)).size).toBe(3);
    expect(await db.datePoll.findFirst()).toMatchObject({ state: "decided" });
    expect(await db.pollChoice.findFirst()).toMatchObject({ decidedAt: AFTER });
    expect(await db.jointSeries.findFirst()).toMatchObject({ state: "running" });
    expect(
      await db.sideConsent.findMany({ where: { subject: "dates" }, orderBy: { recordedAt: "asc" } }),
    ).toMatchObject([
      { sideId: series.sideA, subjectId: choice, outcome: "agreed", method: "correspondence", evidence: "" },
      { sideId: series.sideB, subjectId: choice, outcome: "agreed", method: "meeting", evidence: "SG20-TD7" },
    ]);
    const acts = await db.auditEntry.findMany({ select: { action: true } });
    expect(acts.map(({ action }) => action)).toEqual(
      expect.arrayContaining(["seriesChoose", "consentRecord", "datesDecide", "meetingsPlan"]),
    );
  });

  it("gives one decision when both sides assent at once, twice each", async () => {
    const choice = await choose();
    const names = ["sg2CoChair", "sg20CoChair", "sg2Chair", "sg20Chair"] as const;
    const done = await Promise.allSettled(names.map((name) => assent(choice, name)));
    expect(done.map(({ status }) => status)).toEqual(Array(4).fill("fulfilled"));
    expect(await db.meeting.count()).toBe(3);
    expect(await db.sideConsent.count({ where: { subject: "dates" } })).toBe(2);
    expect(await db.auditEntry.count({ where: { action: "datesDecide" } })).toBe(1);
  });

  it("gives the same decision when one assents again afterwards", async () => {
    const choice = await choose();
    await assent(choice, "sg2CoChair");
    await assent(choice, "sg20CoChair");
    expect(await assent(choice, "sg20CoChair")).toBe(true);
    expect([await db.meeting.count(), await db.sideConsent.count()]).toEqual([3, 2]);
  });

  it("lets nobody assent for the other side", async () => {
    const choice = await choose();
    await expect(assent(choice, "sg2CoChair", { sideId: series.sideB })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(assent(choice, "administrator")).rejects.toMatchObject({ code: "forbidden" });
    await expect(assent(choice, "sg2Delegate")).rejects.toMatchObject({ code: "forbidden" });
    await expect(assent(choice, "stranger")).rejects.toMatchObject({ code: "not_found" });
    expect(await db.sideConsent.count()).toBe(0);
  });

  it("does not count for slots that were replaced, whoever assented to those before", async () => {
    const first = await choose();
    await assent(first, "sg2CoChair");
    const second = await choose(slots.slice(1));
    await expect(assent(first, "sg20CoChair")).rejects.toMatchObject(
      refusal("conflict", "decisions.refusal.choiceReplaced"),
    );
    expect(await assent(second, "sg20CoChair")).toBe(false);
    expect(await db.meeting.count()).toBe(0);
  });

  it("keeps a no, and decides once that side says yes", async () => {
    const choice = await choose();
    await assent(choice, "sg2CoChair");
    expect(await assent(choice, "sg20CoChair", { outcome: "not_agreed", comment: "A holiday" })).toBe(false);
    expect(await db.meeting.count()).toBe(0);
    expect(await assent(choice, "sg20CoChair")).toBe(true);
  });

  it("refuses to agree to a slot that breaks a rule by now, and shows it until it is set aside", async () => {
    const choice = await choose();
    await assent(choice, "sg2CoChair");
    await plenary();
    const agree = () => assent(choice, "sg20CoChair");
    const shown = async (who: Name = "sg20Chair") => {
      const { choice: seen, mayWaive } = await viewChoice(series.cast[who], series.reference, AFTER);
      const found = seen?.slots.flatMap(({ findings }) => findings) ?? [];
      return { mayWaive, found: found.filter(({ severity }) => severity === "fail") };
    };
    expect(await shown()).toMatchObject({
      mayWaive: false,
      found: [{ rule: "D1", about: ABOUT, waiver: null }],
    });
    expect((await shown("sg20CoChair")).mayWaive).toBe(true);
    await expect(agree()).rejects.toMatchObject(refusal("conflict", "decisions.refusal.brokenRule"));
    expect([await db.meeting.count(), await db.sideConsent.count({ where: { subject: "dates" } })]).toEqual([
      0, 1,
    ]);
    expect(await assent(choice, "sg20Chair", { outcome: "not_agreed" })).toBe(false); // a no needs nothing set aside
    await setAside();
    expect((await shown()).found).toMatchObject([{ rule: "D1", waiver: { reason: "Nobody is there." } }]);
    expect(await agree()).toBe(true);
  });

  it("refuses slots that are past by then, and a poll that is open again", async () => {
    const choice = await choose();
    await assent(choice, "sg2CoChair");
    await expect(assent(choice, "sg20CoChair", { now: new Date("2027-03-16T13:00Z") })).rejects.toMatchObject(
      refusal("invalid", "decisions.refusal.chosenPast"),
    );
    await extendDeadline(
      series.cast.sg2CoChair,
      { reference: series.reference, ...DEADLINE, day: "2027-01-20" },
      AFTER,
    );
    await expect(assent(choice, "sg20CoChair")).rejects.toMatchObject(
      refusal("conflict", "scheduling.refusal.stillOpen"),
    );
    expect(await db.meeting.count()).toBe(0);
  });
});
