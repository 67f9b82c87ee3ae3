import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { askForAnotherTimeSchema } from "#lib/changes/schema";
import { assentToChange } from "#lib/changes/usecases/assent-to-change";
import { endAsking } from "#lib/changes/usecases/end-asking";
import { putChangeForward } from "#lib/changes/usecases/put-change-forward";
import { viewChanges } from "#lib/changes/usecases/view-changes";
import { db } from "#lib/db/client";
import { viewAnswerSheet } from "#lib/scheduling/usecases/view-answer-sheet";
import { viewTotals } from "#lib/scheduling/usecases/view-totals";
import { EVERYBODY } from "#lib/scheduling/domain/book";
import { emptyDatabase } from "../../support/clean.ts";
import {
  askAbout,
  CLOSED,
  decideThree,
  DORA,
  FORM,
  JUN,
  NOW,
  smallPoll,
} from "../../support/decided-series.ts";
import { type JointSeriesFixture, makeJointSeries } from "../../support/joint-series.ts";
import { answer, mailedToken } from "../../support/poll.ts";

let series: JointSeriesFixture;
let slots: string[];
beforeEach(async () => {
  await emptyDatabase();
  series = await makeJointSeries();
  slots = await decideThree(series);
});
afterAll(() => db.$disconnect());

const ask = (changes: object = {}, actor = series.cast.sg2CoChair, now = NOW) =>
  askAbout(series, { slotIds: [slots[3]], ...changes }, { actor, now });
const view = (actor = series.cast.sg2CoChair, now = NOW) =>
  viewChanges(actor, { reference: series.reference, sequence: 2 }, now);
/** Of the small poll, in time order. */
const slotIds = async (): Promise<[string, string]> => {
  const [near = "", far = ""] = (await smallPoll()).slots.map(({ id }) => id);
  return [near, far];
};
const choose = (
  slot: { readonly id: string; readonly day: string },
  now = CLOSED,
  more: { readonly aimsReason?: string } = {},
) =>
  putChangeForward(
    series.cast.sg2CoChair,
    {
      ...{ reference: series.reference, sequence: 2, version: 1, reason: "SG2 meets.", kind: "move" },
      ...{ day: slot.day, clock: "14:00", timeZone: "Europe/Zurich", lengthMinutes: 120, slotId: slot.id },
      ...more,
    },
    now,
  );
const refusal = (code: string, key: string) => ({ code, words: expect.objectContaining({ key }) });

describe("askForAnotherTime", () => {
  it("asks the same people by mail, with what each answered before to the same times and nothing else", async () => {
    expect(await ask()).toBe(4);
    const poll = await smallPoll();
    const meeting = await db.meeting.findFirstOrThrow({ where: { sequence: 2 } });
    expect(poll).toMatchObject({
      ...{
        seriesId: series.id,
        replacesId: meeting.id,
        state: "open",
        quorum: { A: 1, B: 1 },
        openedAt: NOW,
      },
      ...{ closesAt: CLOSED, openedById: series.cast.sg2CoChair.id, hidesOthers: false, hidesSides: false },
    });
    expect(poll.slots.map(({ startsAt, lengthMinutes }) => [startsAt, lengthMinutes])).toEqual([
      [new Date("2027-03-25T13:00Z"), 120],
      [new Date("2027-04-13T12:00Z"), 120],
    ]);
    const main = await db.pollInvitee.findMany({ where: { pollId: { not: poll.id } } });
    const bare = (rows: readonly (typeof main)[number][]) =>
      rows.map(({ personId, sideId, required }) => `${personId} ${sideId} ${required}`).sort();
    expect(bare(poll.invitees)).toEqual(bare(main));
    const sheet = await viewAnswerSheet({ token: await mailedToken(DORA) }, NOW);
    expect(sheet).toMatchObject({
      ...{ phase: "open", closesAt: CLOSED, answers: { [poll.slots[1]?.id ?? ""]: "if_need_be" } },
      replaces: { sequence: 2, start: new Date("2027-03-23T13:00Z") },
    });
    expect(Object.keys(sheet.answers)).toHaveLength(1);
    const mail = await db.outboxMail.findFirstOrThrow({
      where: { toAddress: DORA },
      orderBy: { createdAt: "desc" },
    });
    expect(mail.subject).toMatch(/^Another time for meeting 2: /);
    expect(mail.text).toContain("Nothing changes before both sides have agreed to a new time.");
    expect(await db.auditEntry.findFirst({ where: { action: "replacementAsk" } })).toMatchObject({
      ...{ subjectId: poll.id, after: { meeting: 2, people: 4, closesAt: CLOSED.toISOString() } },
    });
  });

  it("leaves the poll of the series as it was decided", async () => {
    const before = await viewTotals(
      series.cast.sg2CoChair,
      { reference: series.reference, filter: EVERYBODY },
      NOW,
    );
    await ask();
    expect(
      await viewTotals(series.cast.sg2CoChair, { reference: series.reference, filter: EVERYBODY }, NOW),
    ).toEqual(before);
    expect(before.totals?.phase).toBe("decided");
  });

  it.each([
    ["a time that is past", { day1: "2027-01-19" }],
    ["the time that it has", { day1: "2027-03-23" }],
    ["a time of another meeting", { day1: "2027-03-16" }],
    ["a time that the clocks skip", { day1: "2027-03-28", clock1: "02:30" }],
    ["one time twice", { day2: "2027-04-13", clock2: "14:00" }],
    ["a deadline that is past", { day: "2027-01-19" }],
    ["a deadline after a time on offer", { day: "2027-03-26" }],
  ])("refuses %s, and stores nothing", async (_case, changes) => {
    await expect(ask(changes)).rejects.toMatchObject({ code: "invalid" });
    expect(await db.datePoll.count()).toBe(1);
  });

  it("is for co-chairs, for a meeting that stands as it was looked at, and once at a time", async () => {
    for (const name of ["sg2Chair", "sg2Secretariat", "sg2Delegate", "administrator"] as const)
      await expect(ask({}, series.cast[name])).rejects.toMatchObject({ code: "forbidden" });
    await expect(ask({}, series.cast.stranger)).rejects.toMatchObject({ code: "not_found" });
    await expect(ask({ sequence: 9 })).rejects.toMatchObject({ code: "not_found" });
    await expect(ask({ version: 0 })).rejects.toMatchObject({ code: "conflict" });
    expect(await db.datePoll.count()).toBe(1);
    const both = await Promise.allSettled([ask(), ask({}, series.cast.sg20CoChair)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db.datePoll.count()).toBe(2);
    await expect(ask()).rejects.toMatchObject(refusal("conflict", "changes.refusal.askedAlready"));
  });

  it("needs at least one whole time", () => {
    const parse = (changes: object) =>
      askForAnotherTimeSchema.safeParse({ reference: "r", ...FORM, ...changes }).error?.issues[0]?.message;
    expect(parse({ day1: "", clock1: "" })).toBe("changes.refusal.noTime");
    expect(parse({ clock1: "" })).toBe("changes.refusal.halfTime");
  });
});

describe("the small poll", () => {
  it("takes answers by link and signed in until its own deadline, and shows what rules and aims say", async () => {
    await ask();
    const [near, far] = await slotIds();
    const byCoChair = { actor: series.cast.sg20CoChair, reference: series.reference, sequence: 2 };
    await answer(byCoChair, { [near]: "yes", [far]: "yes" }, NOW); // the second stood there from before
    await answer({ token: await mailedToken(DORA) }, { [near]: "no", [far]: "yes" }, NOW);
    const { asked } = await view(series.cast.sg20CoChair);
    expect(asked).toMatchObject({ phase: "open", asked: 4, complete: 2, mayAnswer: true });
    expect(asked?.slots.map(({ total }) => total.sides.map(({ able }) => able))).toEqual([
      [0, 1],
      [1, 1],
    ]);
    const missed = asked?.slots.map((slot) => slot.missed.map(({ key }) => key));
    expect(missed).toEqual([["decisions.broken.quorum"], []]);
    expect(asked?.slots.map(({ id }) => id)).toEqual([near, far]);
    expect((await view(series.cast.sg2Chair)).asked?.mayAnswer).toBe(false);
    expect(JSON.stringify(asked)).not.toContain("@example");
    await expect(answer({ token: await mailedToken(JUN) }, { [near]: "yes" }, CLOSED)).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("says when a time is too near another meeting, or one too many in its week", async () => {
    await ask({ day1: "2027-04-08", slotIds: [] });
    const { asked } = await view();
    expect(asked?.slots[0]?.missed.map(({ key }) => key).sort()).toEqual([
      ...["decisions.broken.maxPerWeek", "decisions.broken.minGapDays"],
      ...["decisions.broken.quorum", "decisions.broken.quorum"],
    ]);
  });

  it("is closed before a time is chosen, moves the meeting when both sides assent, and then ends", async () => {
    await ask();
    const [, far] = (await smallPoll()).slots;
    const slot = { id: far?.id ?? "", day: "2027-04-13" };
    await expect(choose(slot, NOW)).rejects.toMatchObject(
      refusal("conflict", "scheduling.refusal.stillOpen"),
    );
    await expect(choose({ ...slot, day: "2027-04-14" })).rejects.toMatchObject({ code: "conflict" });
    expect(await db.meetingChange.count()).toBe(0);

    const changeId = await choose(slot);
    expect((await view(series.cast.sg20CoChair, CLOSED)).open).toMatchObject({ missed: [] });
    const said = { reference: series.reference, changeId, sideId: series.sideB, outcome: "agreed" } as const;
    expect(await assentToChange(series.cast.sg20CoChair, said, CLOSED)).toBe(true);
    const meeting = await db.meeting.findFirstOrThrow({ where: { sequence: 2 } });
    expect(meeting).toMatchObject({ startsAt: new Date("2027-04-13T12:00Z"), calendarSequence: 1 });
    expect((await smallPoll()).state).toBe("decided");
    expect((await view(series.cast.sg2CoChair, CLOSED)).asked).toBeNull();
  });

  it("lets a time that misses an aim be chosen for a reason alone, which stands in the record for good", async () => {
    await ask();
    const [near] = await slotIds();
    const slot = { id: near, day: "2027-03-25" };
    const refused = await choose(slot).catch((error: unknown) => error);
    expect(refused).toMatchObject({
      code: "invalid",
      fields: {
        aimsReason: [
          { key: "changes.refusal.aimsReason" },
          { key: "decisions.broken.quorum", values: { group: "SG2", needed: 1, able: 0 } },
          { key: "decisions.broken.quorum", values: { group: "SG20" } },
        ],
      },
    });
    expect(await db.meetingChange.count()).toBe(0);

    const aimsReason = "Both groups read the notes afterwards.";
    const changeId = await choose(slot, CLOSED, { aimsReason });
    expect((await view(series.cast.sg20CoChair, CLOSED)).open?.aside).toMatchObject({
      ...{ reason: aimsReason, missed: [{ key: "decisions.broken.quorum" }, {}] },
    });
    expect(await db.auditEntry.findFirst({ where: { action: "changePropose" } })).toMatchObject({
      after: { reason: "SG2 meets.", aimsReason },
    });
    const said = { reference: series.reference, changeId, sideId: series.sideB, outcome: "agreed" } as const;
    await assentToChange(series.cast.sg20CoChair, said, CLOSED);
    const { decided } = await view(series.cast.sg2Delegate, CLOSED);
    expect(decided).toMatchObject([{ aside: { reason: aimsReason, missed: [{}, {}] } }]);
  });

  it("is closed early or dropped by a co-chair alone, and the meeting can be asked about again", async () => {
    await ask();
    const end = (how: "close" | "drop", actor = series.cast.sg2CoChair) =>
      endAsking(actor, { reference: series.reference, sequence: 2, how }, NOW);
    await expect(end("close", series.cast.sg2Secretariat)).rejects.toMatchObject({ code: "forbidden" });
    await end("close", series.cast.sg20CoChair);
    expect((await view()).asked?.phase).toBe("closed");
    await expect(end("close")).rejects.toMatchObject(refusal("conflict", "changes.refusal.notAsked"));
    await end("drop");
    expect((await view()).asked).toBeNull();
    await expect(end("drop")).rejects.toMatchObject({ code: "conflict" });
    expect(await ask()).toBe(4);
    expect(await db.auditEntry.count({ where: { action: "replacementEnd" } })).toBe(2);
  });
});
