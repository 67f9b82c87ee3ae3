import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { assentToChange } from "#lib/changes/usecases/assent-to-change";
import { putChangeForward } from "#lib/changes/usecases/put-change-forward";
import { takeChangeBack } from "#lib/changes/usecases/take-change-back";
import { viewChanges } from "#lib/changes/usecases/view-changes";
import { db } from "#lib/db/client";
import { emptyDatabase } from "../../support/clean.ts";
import { type JointSeriesFixture, makeJointSeries } from "../../support/joint-series.ts";
import { FIRST_START, makeMeeting } from "../../support/meeting.ts";

const NOW = new Date("2027-01-04T09:00:00Z");

let series: JointSeriesFixture;
let meetingId: string;
beforeEach(async () => {
  await emptyDatabase();
  series = await makeJointSeries("running");
  meetingId = (await makeMeeting(series.id)).id;
  await makeMeeting(series.id, { sequence: 2 });
});
afterAll(() => db.$disconnect());

const refusal = (code: string, key: string) => ({ code, words: expect.objectContaining({ key }) });
const move = (changed: Record<string, unknown> = {}, actor = series.cast.sg2CoChair) =>
  putChangeForward(
    actor,
    {
      ...{ reference: series.reference, sequence: 1, version: 1, reason: "The room of SG2 is taken." },
      ...{ kind: "move", day: "2027-03-02", clock: "14:00", timeZone: "Europe/Zurich", lengthMinutes: 90 },
      ...changed,
    },
    NOW,
  );
const say = (
  changeId: string,
  outcome: "agreed" | "not_agreed" = "agreed",
  actor = series.cast.sg20CoChair,
) => assentToChange(actor, { reference: series.reference, changeId, sideId: series.sideB, outcome }, NOW);
const meeting = () => db.meeting.findUniqueOrThrow({ where: { id: meetingId } });

async function announced() {
  await db.announcement.create({
    data: {
      ...{ seriesId: series.id, number: 1, state: "issued", subject: "Meetings", introduction: "" },
      ...{ practical: "", issuedText: "Meetings", issuedCalendar: "", issuedAt: NOW },
      ...{ createdById: series.cast.sg2CoChair.id, issuedById: series.cast.sg2Secretariat.id },
    },
  });
}

describe("putChangeForward", () => {
  it("keeps old and new time and the reason, agrees for the own side alone, and changes nothing yet", async () => {
    const id = await move();
    expect(await db.meetingChange.findUniqueOrThrow({ where: { id } })).toMatchObject({
      ...{
        meetingId,
        kind: "move",
        reason: "The room of SG2 is taken.",
        proposedById: series.cast.sg2CoChair.id,
      },
      ...{ oldStartsAt: FIRST_START, oldEndsAt: new Date("2027-03-01T14:00:00Z"), proposedAt: NOW },
      ...{ startsAt: new Date("2027-03-02T13:00:00Z"), endsAt: new Date("2027-03-02T14:30:00Z") },
      ...{ supersededAt: null, decidedAt: null },
    });
    const consents = await db.sideConsent.findMany({ where: { subject: "meeting_change" } });
    expect(consents).toMatchObject([{ subjectId: id, sideId: series.sideA, outcome: "agreed" }]);
    expect(await meeting()).toMatchObject({ startsAt: FIRST_START, calendarSequence: 0, version: 1 });
  });

  it("sets the rules aside that the new time breaks, for its reason", async () => {
    const id = await move({ day: "2027-01-12" });
    expect(await db.waiver.findMany({ where: { subjectId: id } })).toMatchObject([
      { rule: "N2", reason: "The room of SG2 is taken.", waivedById: series.cast.sg2CoChair.id },
    ]);
  });

  it("is for co-chairs, and stores nothing for anybody else or for a time that cannot be", async () => {
    for (const name of ["sg2Chair", "sg2Secretariat", "sg2Delegate", "administrator"] as const)
      await expect(move({}, series.cast[name])).rejects.toMatchObject({ code: "forbidden" });
    await expect(move({}, series.cast.stranger)).rejects.toMatchObject({ code: "not_found" });
    await expect(move({ sequence: 9 })).rejects.toMatchObject({ code: "not_found" });
    await expect(move({ version: 2 })).rejects.toMatchObject(refusal("conflict", "refusal.conflict"));
    await expect(move({ day: "2027-01-04", clock: "09:00" })).rejects.toMatchObject(
      refusal("invalid", "changes.refusal.past"),
    );
    await expect(move({ day: "2027-03-01", clock: "13:00", lengthMinutes: 120 })).rejects.toMatchObject(
      refusal("invalid", "changes.refusal.same"),
    );
    await expect(move({ day: "2027-03-08", clock: "14:00" })).rejects.toMatchObject(
      refusal("invalid", "changes.refusal.overlap"),
    );
    await expect(move({ day: "2027-03-28", clock: "02:30" })).rejects.toMatchObject(
      refusal("invalid", "scheduling.refusal.skippedTime"),
    );
    expect(await db.meetingChange.count()).toBe(0);
    expect(await db.sideConsent.count({ where: { subject: "meeting_change" } })).toBe(0);
  });
});

describe("assentToChange", () => {
  it("moves the meeting when the other side agrees: times, SEQUENCE, published clocks, trail", async () => {
    expect(await say(await move())).toBe(true);
    const moved = await meeting();
    expect(moved).toMatchObject({
      ...{ startsAt: new Date("2027-03-02T13:00:00Z"), endsAt: new Date("2027-03-02T14:30:00Z") },
      ...{ status: "planned", calendarSequence: 1, version: 2, tzVersion: process.versions["tz"] },
    });
    expect(moved.wallClocks).toMatchObject({
      ...{ "Europe/Zurich": "2027-03-02T14:00", "Asia/Seoul": "2027-03-02T22:00" },
    });
    expect(await db.auditEntry.findMany({ where: { action: "meetingMove" } })).toMatchObject([
      {
        before: { meeting: 1, start: "2027-03-01T12:00:00.000Z" },
        after: { start: "2027-03-02T13:00:00.000Z", calendarSequence: 1 },
      },
    ]);
    expect(await db.announcement.count()).toBe(0);
  });

  it("leaves the corrigendum ready as a draft when the dates were announced, old and new in Geneva time and UTC", async () => {
    await announced();
    await say(await move());
    const draft = await db.announcement.findFirstOrThrow({ where: { state: "draft" } });
    expect(draft.number).toBe(2);
    expect(draft.introduction).toBe(
      [
        "Meeting 1 is moved.",
        "Old: Mon 1 March 2027, 13:00-15:00 Geneva time (12:00-14:00 UTC on 1 March).",
        "New: Tue 2 March 2027, 14:00-15:30 Geneva time (13:00-14:30 UTC on 2 March).",
        "Reason: The room of SG2 is taken.",
      ].join("\n"),
    );
  });

  it("puts the note before the text of a draft that is there already", async () => {
    await announced();
    await say(await move());
    const second = await putChangeForward(
      series.cast.sg20CoChair,
      { reference: series.reference, sequence: 2, version: 1, kind: "cancel", reason: "No inputs." },
      NOW,
    );
    await assentToChange(
      series.cast.sg2CoChair,
      { reference: series.reference, changeId: second, sideId: series.sideA, outcome: "agreed" },
      NOW,
    );
    const drafts = await db.announcement.findMany({ where: { state: "draft" } });
    expect(drafts).toHaveLength(1);
    expect(drafts[0]?.introduction).toMatch(/^Meeting 2 is cancelled\.[\s\S]*\n\nMeeting 1 is moved\./);
    expect(await db.meeting.findFirstOrThrow({ where: { sequence: 2 } })).toMatchObject({
      ...{ status: "cancelled", calendarSequence: 1 },
    });
  });

  it("changes nothing when the side does not agree, for another side, or once another change took its place", async () => {
    const first = await move();
    expect(await say(first, "not_agreed")).toBe(false);
    await expect(say(first, "agreed", series.cast.sg2CoChair)).rejects.toMatchObject({ code: "forbidden" });
    const second = await move({ clock: "15:00" });
    await expect(say(first)).rejects.toMatchObject(refusal("conflict", "changes.refusal.replaced"));
    await takeChangeBack(series.cast.sg2CoChair, { reference: series.reference, changeId: second }, NOW);
    await expect(say(second)).rejects.toMatchObject(refusal("conflict", "changes.refusal.replaced"));
    expect(await meeting()).toMatchObject({ startsAt: FIRST_START, calendarSequence: 0, version: 1 });
  });

  it("gives one result when many agree at once and again", async () => {
    await announced();
    const id = await move();
    const all = [
      say(id),
      say(id, "agreed", series.cast.sg20Chair),
      say(id, "agreed", series.cast.sg20Secretariat),
      say(id),
    ];
    for (const result of await Promise.allSettled(all))
      expect(result).toEqual({ status: "fulfilled", value: true });
    expect(await say(id)).toBe(true);
    expect(await meeting()).toMatchObject({ calendarSequence: 1, version: 2 });
    expect(await db.announcement.count({ where: { state: "draft" } })).toBe(1);
    expect(await db.auditEntry.count({ where: { action: "meetingMove" } })).toBe(1);
  });
});

describe("viewChanges", () => {
  it("shows the open change with both sides and its findings, and nobody's joining link", async () => {
    await db.meeting.updateMany({ data: { joiningLink: "https://join.example.org/secret" } });
    await move({ day: "2027-01-12" });
    const view = await viewChanges(
      series.cast.sg20CoChair,
      { reference: series.reference, sequence: 1 },
      NOW,
    );
    expect(view.open?.sides.map(({ outcome }) => outcome)).toEqual(["agreed", "missing"]);
    expect(view.open?.findings.map(({ rule }) => rule)).toContain("N2");
    expect(view.speaksForIds).toEqual([series.sideB]);
    expect(JSON.stringify(view)).not.toContain("join.example.org");
    await expect(
      viewChanges(series.cast.stranger, { reference: series.reference, sequence: 1 }, NOW),
    ).rejects.toMatchObject({ code: "not_found" });
  });
});
