import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "#lib/db/client";
import { answersBySlot } from "#lib/scheduling/domain/answers";
import { answerPollSchema } from "#lib/scheduling/schema";
import { answerPoll } from "#lib/scheduling/usecases/answer-poll";
import { offerSlots } from "#lib/scheduling/usecases/offer-slots";
import { renewLink } from "#lib/scheduling/usecases/renew-link";
import { revokeLink } from "#lib/scheduling/usecases/revoke-link";
import { viewAnswerSheet } from "#lib/scheduling/usecases/view-answer-sheet";
import { withdrawSlot } from "#lib/scheduling/usecases/withdraw-slot";
import { emptyDatabase } from "../../support/clean.ts";
import { type JointSeriesFixture, makeJointSeries } from "../../support/joint-series.ts";
import {
  AFTER,
  answer,
  CLOSES,
  filledIn,
  geneva,
  mailedToken,
  openFour,
  OPENED,
} from "../../support/poll.ts";

let series: JointSeriesFixture;
let slots: string[];
let token: string;
beforeEach(async () => {
  await emptyDatabase();
  series = await makeJointSeries();
  slots = await openFour(series);
  token = await mailedToken("dev.delegate@example.org");
});
afterAll(() => db.$disconnect());

const own = () => db.pollInvitee.findFirstOrThrow({ where: { person: { name: "Dev Delegate" } } });
const answered = async () => (await viewAnswerSheet({ token }, OPENED)).answers;
const refusal = (code: string, key: string) => ({ code, words: expect.objectContaining({ key }) });
const four = (...[a, b, c, d]: string[]) => [a ?? "", b ?? "", c ?? "", d ?? ""] as const;

describe("answering", () => {
  it("keeps one packed row per person, with note and time, and counts in the trail", async () => {
    const [first, second, third] = four(...slots);
    const form = await filledIn({ token }, { [first]: "yes", [second]: "if_need_be", [third]: "no" });
    await answerPoll({ token }, { ...form, note: "Travelling in April" }, OPENED);
    expect(await own()).toMatchObject({
      ...{ answers: new Uint8Array([0b00_11_10_01]), note: "Travelling in April", answeredAt: OPENED },
      ...{ version: 1, enteredById: null },
    });
    expect(await db.auditEntry.findFirst({ where: { action: "pollAnswer" } })).toMatchObject({
      ...{ personId: series.cast.sg20Delegate.id, actorName: "Dev Delegate" },
      ...{ before: { answered: 0 }, after: { answered: 3 } },
    });
  });

  it("is one answer per person, by link and by account alike, and may change until the deadline", async () => {
    const [first, second] = four(...slots);
    const byAccount = { actor: series.cast.sg20Delegate, reference: series.reference };
    await answer({ token }, { [first]: "yes" });
    await answer(byAccount, { [second]: "no" }, new Date(CLOSES.getTime() - 1));
    expect(await answered()).toEqual({ [second]: "no" });
    expect(await db.pollInvitee.count({ where: { answeredAt: { not: null } } })).toBe(1);
  });

  it("is refused by the server from the deadline on, whatever the page showed", async () => {
    const [first] = four(...slots);
    const form = await filledIn({ token }, { [first]: "yes" });
    for (const now of [CLOSES, AFTER])
      await expect(answerPoll({ token }, form, now)).rejects.toMatchObject(
        refusal("conflict", "scheduling.refusal.closed"),
      );
    expect(await own()).toMatchObject({ answers: null, version: 0 });
    expect(await viewAnswerSheet({ token }, AFTER)).toMatchObject({ phase: "closed" });
    await answerPoll({ token }, form, new Date(CLOSES.getTime() - 1));
    expect(await answered()).toEqual({ [first]: "yes" });
  });

  it("is refused against stale slots, saying what changed, and nothing is stored", async () => {
    const [first, second] = four(...slots);
    await answer({ token }, { [first]: "yes" });
    const form = await filledIn({ token }, { [first]: "no", [second]: "no" });
    const { sg2CoChair } = series.cast;
    await offerSlots(sg2CoChair, { reference: series.reference, slots: geneva("2027-05-04") }, OPENED);
    await withdrawSlot(sg2CoChair, { reference: series.reference, slotId: first }, OPENED);
    await expect(answerPoll({ token }, form, OPENED)).rejects.toMatchObject({
      ...{
        code: "conflict",
        words: { key: "scheduling.refusal.slotsChanged", values: { added: 1, gone: 1 } },
      },
    });
    const row = await own();
    expect(row.version).toBe(1);
    expect(answersBySlot([{ ...slotOf(first, 0) }], row.answers)).toEqual({ [first]: "yes" });
  });

  it("is bound to the slot's id: an answer survives slots that come and go before it in time", async () => {
    const [first, , , last] = four(...slots);
    await answer({ token }, { [last]: "if_need_be" });
    const { sg2CoChair } = series.cast;
    await offerSlots(sg2CoChair, { reference: series.reference, slots: geneva("2027-03-01") }, OPENED);
    await withdrawSlot(sg2CoChair, { reference: series.reference, slotId: first }, OPENED);
    expect(await answered()).toEqual({ [last]: "if_need_be" });
  });

  it("refuses an answer to a slot that is in no form of this poll", async () => {
    const form = await filledIn({ token }, { "01980000-0000-7000-8000-000000000000": "yes" });
    await expect(answerPoll({ token }, form, OPENED)).rejects.toMatchObject({ code: "conflict" });
    expect(await own()).toMatchObject({ answers: null });
  });

  it("keeps one of two saved at once by the same person, and tells the other", async () => {
    const [first] = four(...slots);
    const [one, two] = [
      await filledIn({ token }, { [first]: "yes" }),
      await filledIn({ token }, { [first]: "no" }),
    ];
    const done = await Promise.allSettled([
      answerPoll({ token }, one, OPENED),
      answerPoll({ token }, two, OPENED),
    ]);
    expect(done.filter(({ status }) => status === "rejected")).toMatchObject([
      { reason: refusal("conflict", "scheduling.refusal.savedElsewhere") },
    ]);
    expect(await own()).toMatchObject({ version: 1 });
  });

  it("refuses a note written against an older one, and keeps the newer one until the writer has seen it", async () => {
    const one = { ...(await filledIn({ token }, {})), note: "Mornings" };
    const two = { ...(await filledIn({ token }, {})), note: "Evenings" };
    await answerPoll({ token }, one, OPENED);
    const refused = refusal("conflict", "scheduling.refusal.noteElsewhere");
    await expect(answerPoll({ token }, two, OPENED)).rejects.toMatchObject(refused);
    // the page has followed meanwhile, and what was typed still stands in its field
    await expect(answerPoll({ token }, { ...two, version: 1 }, OPENED)).rejects.toMatchObject(refused);
    expect(await own()).toMatchObject({ note: "Mornings", version: 1 });
    expect(await db.auditEntry.count({ where: { action: "pollAnswer" } })).toBe(1);
    const seen = await filledIn({ token }, {});
    expect(seen.note).toBe("Mornings");
    await answerPoll({ token }, { ...seen, note: "Evenings" }, OPENED);
    expect(await own()).toMatchObject({ note: "Evenings", version: 2 });
  });

  it("tells of answers, not of the note, when the note was not changed here or is the same in both", async () => {
    const [first] = four(...slots);
    const [one, two, three] = [
      { ...(await filledIn({ token }, { [first]: "no" })), note: "Mornings" },
      await filledIn({ token }, { [first]: "yes" }),
      { ...(await filledIn({ token }, {})), note: "Mornings " },
    ];
    await answerPoll({ token }, one, OPENED);
    for (const stale of [two, three])
      await expect(answerPoll({ token }, stale, OPENED)).rejects.toMatchObject(
        refusal("conflict", "scheduling.refusal.savedElsewhere"),
      );
    expect(await own()).toMatchObject({ note: "Mornings", version: 1 });
  });

  it("keeps everybody's answers when all answer at once", async () => {
    const [first] = four(...slots);
    const names = ["dev.delegate", "dora.delegate", "jun.second", "paul.first"];
    const tokens = await Promise.all(names.map((name) => mailedToken(`${name}@example.org`)));
    const done = await Promise.allSettled(tokens.map((each) => answer({ token: each }, { [first]: "yes" })));
    expect(done.map(({ status }) => status)).toEqual(Array(4).fill("fulfilled"));
    expect(await db.pollInvitee.count({ where: { answers: new Uint8Array([1]) } })).toBe(4);
  });

  it("takes the name from the database and never from the form", async () => {
    const form = {
      ...(await filledIn({ token }, {})),
      name: "Somebody Else",
      personId: series.cast.stranger.id,
    };
    await answerPoll({ token }, form, OPENED);
    expect(await db.auditEntry.findFirst({ where: { action: "pollAnswer" } })).toMatchObject({
      actorName: "Dev Delegate",
    });
  });

  it("is for those invited: the database says who, not the session", async () => {
    const reference = series.reference;
    for (const name of ["sg2Chair", "administrator", "stranger"] as const)
      await expect(viewAnswerSheet({ actor: series.cast[name], reference }, OPENED)).rejects.toMatchObject(
        refusal("not_found", "refusal.notFound"),
      );
  });
});

describe("a personal link", () => {
  const invitee = async () => ({ reference: series.reference, inviteeId: (await own()).id });

  it("gives the same 404 when it is unknown, malformed or revoked", async () => {
    await revokeLink(series.cast.sg2CoChair, await invitee(), OPENED);
    const bad = [
      token,
      "A".repeat(22),
      "",
      "x",
      "'; drop table people; --",
      "A".repeat(100_000),
      "\u0000".repeat(22),
    ];
    for (const each of bad)
      await expect(viewAnswerSheet({ token: each }, OPENED)).rejects.toMatchObject(
        refusal("not_found", "refusal.notFound"),
      );
    expect(await own()).toMatchObject({ tokenHash: null, revokedAt: OPENED });
  });

  it("stops working when another is sent, and answers given stay", async () => {
    const [first] = four(...slots);
    await answer({ token }, { [first]: "yes" });
    await renewLink(series.cast.sg20CoChair, await invitee(), OPENED);
    const renewed = await mailedToken("dev.delegate@example.org");
    await expect(viewAnswerSheet({ token }, OPENED)).rejects.toMatchObject({ code: "not_found" });
    expect((await viewAnswerSheet({ token: renewed }, OPENED)).answers).toEqual({ [first]: "yes" });
  });

  it("is revoked and renewed by co-chairs only", async () => {
    for (const run of [revokeLink, renewLink])
      await expect(run(series.cast.sg20Delegate, await invitee(), OPENED)).rejects.toMatchObject({
        code: "forbidden",
      });
    expect((await viewAnswerSheet({ token }, OPENED)).person.name).toBe("Dev Delegate");
  });
});

describe("the sheet", () => {
  it("carries nobody else and no address", async () => {
    const sheet = JSON.stringify(await viewAnswerSheet({ token }, OPENED));
    expect(sheet).toContain("Dev Delegate");
    expect(sheet).not.toContain("@");
    for (const name of ["Dora Delegate", "Jun Second", "Paul First"]) expect(sheet).not.toContain(name);
  });

  it.each([
    ["100,000 characters", "x".repeat(100_000), false],
    ["a NUL byte", "a\u0000b", false],
    ["emoji, Arabic and CR LF", "👩‍🔬 مرحبا\r\nBcc: x@example.org", true],
  ])("takes or refuses a note of %s at the door", async (_name, note, fits) => {
    const parsed = answerPollSchema.safeParse({ ...(await filledIn({ token }, {})), note });
    expect(parsed.success).toBe(fits);
    if (!parsed.success) return;
    await answerPoll({ token }, parsed.data, OPENED);
    expect((await own()).note).toBe("👩‍🔬 مرحبا\nBcc: x@example.org");
  });

  it("refuses answers of another kind, for what is no slot, and a version that is no number", async () => {
    const [first] = four(...slots);
    const form = await filledIn({ token }, {});
    const wrong = [
      { ...form, answers: { [first]: "maybe" } },
      { ...form, answers: { "not-a-slot": "yes" } },
      { ...form, slotsVersion: "1; drop" },
      { ...form, seen: Array(1_001).fill(first) },
    ];
    expect(wrong.map((input) => answerPollSchema.safeParse(input).success)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

const slotOf = (id: string, ordinal: number) => ({
  ...{ id, ordinal, start: OPENED, end: CLOSES, lengthMinutes: 120, timeZone: "UTC" },
});
