/** What other poll tools got wrong at least once, each said by the name of a test. */
import { afterAll, beforeEach, expect, it } from "vitest";
import { db } from "#lib/db/client";
import { identifyActor } from "#lib/people/usecases/identify-actor";
import { EVERYBODY } from "#lib/scheduling/domain/book";
import { writeMatrix } from "#lib/scheduling/domain/matrix-bytes";
import type { Answer } from "#lib/scheduling/domain/packed-answers";
import { addReminderSchema, answerPollSchema, joinPollSchema, openPollSchema } from "#lib/scheduling/schema";
import { answerPoll } from "#lib/scheduling/usecases/answer-poll";
import { closePoll } from "#lib/scheduling/usecases/close-poll";
import { deleteComment } from "#lib/scheduling/usecases/delete-comment";
import { exportAnswers } from "#lib/scheduling/usecases/export-answers";
import { offerSlots } from "#lib/scheduling/usecases/offer-slots";
import { openPoll } from "#lib/scheduling/usecases/open-poll";
import { viewAnswerSheet } from "#lib/scheduling/usecases/view-answer-sheet";
import { viewComments } from "#lib/scheduling/usecases/view-comments";
import { viewMatrix } from "#lib/scheduling/usecases/view-matrix";
import { viewTotals } from "#lib/scheduling/usecases/view-totals";
import { withdrawSlot } from "#lib/scheduling/usecases/withdraw-slot";
import { writeComment } from "#lib/scheduling/usecases/write-comment";
import { emptyDatabase } from "../../support/clean.ts";
import { type JointSeriesFixture, makeJointSeries } from "../../support/joint-series.ts";
import { answer, CLOSES, DEADLINE, filledIn, geneva, offerFour, OPENED, sha256 } from "../../support/poll.ts";

let series: JointSeriesFixture;
let slots: string[];
beforeEach(async () => {
  await emptyDatabase();
  series = await makeJointSeries();
  slots = await offerFour(series);
});
afterAll(() => db.$disconnect());

type Who = keyof JointSeriesFixture["cast"];
const by = (who: Who) => ({ actor: series.cast[who], reference: series.reference });
const first = () => slots[0] ?? "";
const open = (...hides: ("others" | "sides")[]) => {
  const input = { reference: series.reference, ...DEADLINE, quorum: { A: 1, B: 1 }, hides };
  return openPoll(series.cast.sg2CoChair, input, OPENED);
};
const says = (who: Who, given: Answer) => answer(by(who), { [first()]: given });
const stored = (who: Who) => db.pollInvitee.findFirstOrThrow({ where: { personId: series.cast[who].id } });

/** Everything that this reader is sent of the answers. */
async function payload(who: Who): Promise<string> {
  const { reference } = series;
  const matrix = await viewMatrix(series.cast[who], reference, OPENED);
  return [
    JSON.stringify(await viewTotals(series.cast[who], { reference, filter: EVERYBODY }, OPENED)),
    Buffer.from(writeMatrix(matrix)).toString("latin1"),
    await exportAnswers(series.cast[who], reference, OPENED),
  ].join("\n");
}

it("a closed or past-deadline poll refuses answers at the server", async () => {
  await open();
  const form = await filledIn(by("sg2Delegate"), { [first()]: "yes" });
  const closed = { code: "conflict", words: { key: "scheduling.refusal.closed" } };
  await expect(answerPoll(by("sg2Delegate"), form, CLOSES)).rejects.toMatchObject(closed);
  await closePoll(series.cast.sg2CoChair, { reference: series.reference }, OPENED);
  const later = new Date(OPENED.getTime() + 1);
  await expect(answerPoll(by("sg2Delegate"), form, later)).rejects.toMatchObject(closed);
  expect(await stored("sg2Delegate")).toMatchObject({ answers: null, version: 0 });
});

it("hidden answers are absent from the payload", async () => {
  await open("others");
  const form = await filledIn(by("sg20Delegate"), { [first()]: "yes" });
  await answerPoll(by("sg20Delegate"), { ...form, note: "only mornings" }, OPENED);
  const hidden = await payload("sg2Delegate");
  const { answers } = await viewMatrix(series.cast.sg2Delegate, series.reference, OPENED);
  expect(hidden).not.toContain("only mornings");
  expect(answers.some((byte) => byte !== 0)).toBe(false);
  await says("sg2Delegate", "no");
  expect(await payload("sg2Delegate")).toContain("only mornings");
});

it("required fields are enforced at the server", async () => {
  await open();
  const sheet = await filledIn(by("sg2Delegate"), { [first()]: "yes" });
  const person = { name: "Nia", entity: "Acme", country: "KR", timeZone: "Asia/Seoul" };
  const newcomer = { ...person, token: "A".repeat(22), sideId: series.sideB, email: "nia@example.org" };
  const opening = { reference: series.reference, ...DEADLINE, quorum: {} };
  const reminder = { reference: series.reference, ...DEADLINE };
  const cases = [
    { schema: answerPollSchema, whole: sheet, needed: ["slotsVersion", "version", "seen", "answers"] },
    { schema: joinPollSchema, whole: newcomer, needed: ["name", "country", "sideId", "timeZone", "email"] },
    { schema: openPollSchema, whole: opening, needed: ["reference", "day", "clock", "timeZone", "quorum"] },
    { schema: addReminderSchema, whole: reminder, needed: ["reference", "day", "clock", "timeZone"] },
  ];
  for (const { schema, whole, needed } of cases) {
    expect(schema.safeParse(whole).success).toBe(true);
    for (const field of needed) {
      const without = Object.fromEntries(Object.entries(whole).filter(([name]) => name !== field));
      expect.soft(schema.safeParse(without).success, field).toBe(false);
    }
  }
});

it("one answer per person", async () => {
  await open();
  await says("sg2Delegate", "yes");
  await says("sg2Delegate", "no");
  expect(await db.pollInvitee.count({ where: { personId: series.cast.sg2Delegate.id } })).toBe(1);
  const { totals } = await viewTotals(
    series.cast.sg2Chair,
    { reference: series.reference, filter: EVERYBODY },
    OPENED,
  );
  expect(totals?.totals[0]?.sides[0]).toMatchObject({ letter: "A", yes: 0, no: 1 });
  const { pollId, sideId } = await stored("sg2Delegate");
  const again = db.pollInvitee.create({ data: { pollId, sideId, personId: series.cast.sg2Delegate.id } });
  await expect(again).rejects.toMatchObject({ code: "P2002" });
});

it("stale slots are refused", async () => {
  await open();
  const form = await filledIn(by("sg2Delegate"), { [first()]: "yes" });
  await offerSlots(
    series.cast.sg2CoChair,
    { reference: series.reference, slots: geneva("2027-05-04") },
    OPENED,
  );
  await expect(answerPoll(by("sg2Delegate"), form, OPENED)).rejects.toMatchObject({
    words: { key: "scheduling.refusal.slotsChanged", values: { added: 1, gone: 0 } },
  });
  expect(await stored("sg2Delegate")).toMatchObject({ answers: null, version: 0 });
});

it("answers are bound by id and never by text", async () => {
  await open();
  const { reference } = series;
  await says("sg2Delegate", "yes");
  await withdrawSlot(series.cast.sg2CoChair, { reference, slotId: first() }, OPENED);
  const [twin] = await offerSlots(series.cast.sg2CoChair, { reference, slots: geneva("2027-03-16") }, OPENED);
  const sheet = await viewAnswerSheet(by("sg2Delegate"), OPENED);
  expect(sheet.slots.map(({ id }) => id)).toContain(twin);
  expect(sheet.answers).toEqual({}); // the same day and hour offered anew is another slot
  const byText = { ...(await filledIn(by("sg2Delegate"), {})), answers: { "2027-03-16 14:00": "yes" } };
  expect(answerPollSchema.safeParse(byText).success).toBe(false);
});

it("CSV formulas are escaped", async () => {
  await open();
  await db.person.update({ where: { id: series.cast.sg20Delegate.id }, data: { name: "=1+1" } });
  const form = await filledIn(by("sg20Delegate"), { [first()]: "yes" });
  await answerPoll(by("sg20Delegate"), { ...form, note: '@HYPERLINK("x")' }, OPENED);
  const file = await exportAnswers(series.cast.sg2CoChair, series.reference, OPENED);
  expect(file).toContain("'=1+1,");
  expect(file).toContain("'@HYPERLINK");
  expect(file).not.toMatch(/(^|,)"?[=@]/m);
});

it("deleted things are unreadable", async () => {
  await open();
  const id = await writeComment(by("sg2Delegate"), { text: "told in error" }, OPENED);
  const seen = async () => JSON.stringify(await viewComments(by("sg20Delegate"), OPENED));
  expect(await seen()).toContain("told in error");
  await deleteComment(by("sg2Delegate"), id, OPENED);
  expect(await seen()).not.toContain("told in error");
  const tables = [await db.pollComment.findMany(), await db.auditEntry.findMany()];
  expect(JSON.stringify(tables)).not.toContain("told in error");
});

it("rights come from the database and not from the session", async () => {
  const { id } = series.cast.sg2CoChair;
  const session = { personId: id, expires: new Date(Date.now() + 60_000) };
  const { tokenHash: sessionHash } = await db.session.create({
    data: { tokenHash: sha256("secret"), ...session },
  });
  const offer = async (day: string) => {
    const actor = await identifyActor({ sessionHash }); // as every request does
    if (!actor) throw new Error("nobody");
    return offerSlots(actor, { reference: series.reference, slots: geneva(day) }, OPENED);
  };
  await offer("2027-05-04");
  await db.seriesMember.updateMany({ where: { personId: id }, data: { role: "participant" } });
  await expect(offer("2027-05-05")).rejects.toMatchObject({ code: "forbidden" });
  expect(await db.slot.count()).toBe(5);
});

it("names never come from the client", async () => {
  await open();
  const claimed = { name: "Somebody Else", actorName: "Somebody Else", personId: series.cast.stranger.id };
  const form = await filledIn(by("sg2Delegate"), { [first()]: "yes" });
  await answerPoll(by("sg2Delegate"), { ...form, ...claimed }, OPENED);
  await writeComment(by("sg2Delegate"), { text: "Hello", ...claimed }, OPENED);
  const told = JSON.stringify([
    await viewComments(by("sg20Delegate"), OPENED),
    await db.auditEntry.findMany({ where: { action: { in: ["pollAnswer", "commentWrite"] } } }),
  ]);
  expect(told).toContain(series.cast.sg2Delegate.name);
  expect(told).not.toContain("Somebody Else");
});
