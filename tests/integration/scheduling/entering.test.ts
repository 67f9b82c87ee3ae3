import { afterAll, beforeEach, expect, it } from "vitest";
import { db } from "#lib/db/client";
import type { Actor } from "#lib/people/domain/actor";
import type { Answer } from "#lib/scheduling/domain/packed-answers";
import { exportAnswers } from "#lib/scheduling/usecases/export-answers";
import { enterAnswers, viewEntry } from "#lib/scheduling/usecases/enter-answers";
import { viewAnswerSheet } from "#lib/scheduling/usecases/view-answer-sheet";
import { viewInvitations } from "#lib/scheduling/usecases/view-invitations";
import { viewMatrix } from "#lib/scheduling/usecases/view-matrix";
import { emptyDatabase } from "../../support/clean.ts";
import { type JointSeriesFixture, makeJointSeries } from "../../support/joint-series.ts";
import { AFTER, answer, mailedToken, openFour, OPENED } from "../../support/poll.ts";

let series: JointSeriesFixture;
let slots: string[];
let dev: string;
beforeEach(async () => {
  await emptyDatabase();
  series = await makeJointSeries();
  slots = await openFour(series);
  dev = (await db.pollInvitee.findFirstOrThrow({ where: { person: { name: "Dev Delegate" } } })).id;
});
afterAll(() => db.$disconnect());

const at = new Date("2027-01-05T10:00:00Z");
const entry = () => ({ reference: series.reference, inviteeId: dev });
type Given = { readonly now?: Date; readonly slotsVersion?: number };
async function enter(actor: Actor, answers: Record<string, Answer>, { now = at, ...changes }: Given = {}) {
  const view = await viewEntry(actor, entry(), now);
  const input = {
    ...{ slotsVersion: view.slotsVersion, version: view.version, seen: view.slots.map(({ id }) => id) },
    ...{ answers, note: "By telephone.", ...changes },
  };
  await enterAnswers(actor, entry(), { input, now });
}
const row = () => db.pollInvitee.findUniqueOrThrow({ where: { id: dev } });

it("is kept and marked as entered by the secretariat, on the list, in the trail and in a mail to the person", async () => {
  const [first = "", second = ""] = slots;
  const before = await mailedToken("dev.delegate@example.org");
  await enter(series.cast.sg2Secretariat, { [first]: "yes", [second]: "no" });
  expect(await row()).toMatchObject({
    ...{ enteredById: series.cast.sg2Secretariat.id, answeredAt: at, note: "By telephone.", version: 1 },
  });
  const view = await viewInvitations(series.cast.sg2CoChair, { reference: series.reference }, at);
  expect(view.people.find(({ inviteeId }) => inviteeId === dev)).toMatchObject({
    ...{ enteredBy: "Sam Secretary", answeredAt: at, state: "part" },
  });
  const mail = await db.outboxMail.findFirstOrThrow({
    where: { toAddress: "dev.delegate@example.org" },
    orderBy: { createdAt: "desc" },
  });
  expect(mail.text).toContain("Sam Secretary entered your answers");
  expect(mail.text).toContain(`/answer/${before}\n`);
  expect(mail.text).not.toContain("@");
  expect(await db.auditEntry.findFirst({ where: { action: "pollEnter" } })).toMatchObject({
    ...{
      actorName: "Sam Secretary",
      before: { answered: 0 },
      after: { person: "Dev Delegate", answered: 2 },
    },
  });
});

it("is told on the person's sheet, in everybody's matrix and in its file, until the person answers", async () => {
  const [first = ""] = slots;
  const token = await mailedToken("dev.delegate@example.org");
  const told = async () => {
    const { enteredBy } = await viewAnswerSheet({ token }, at);
    const { people } = await viewMatrix(series.cast.sg2Delegate, series.reference, at);
    const file = await exportAnswers(series.cast.sg2Delegate, series.reference, at);
    const inMatrix = people.find(({ name }) => name === "Dev Delegate")?.enteredBy;
    return { enteredBy, inMatrix, isInFile: file.includes(",Sam Secretary,"), file };
  };
  await enter(series.cast.sg2Secretariat, { [first]: "yes" });
  expect(await told()).toMatchObject({
    ...{ enteredBy: "Sam Secretary", inMatrix: "Sam Secretary", isInFile: true },
    file: expect.stringContaining(",Entered by,"),
  });
  await answer({ token }, { [first]: "no" }, at);
  expect(await told()).toMatchObject({ enteredBy: null, inMatrix: null, isInFile: false });
});

it("can be changed by the person, and is then the person's own", async () => {
  const [first = ""] = slots;
  const token = await mailedToken("dev.delegate@example.org");
  await enter(series.cast.sg20Secretariat, { [first]: "yes" });
  expect((await viewAnswerSheet({ token }, at)).answers).toEqual({ [first]: "yes" });
  await answer({ token }, { [first]: "no" }, at);
  expect(await row()).toMatchObject({ enteredById: null, version: 2 });
});

it("is refused to everybody but the secretariats, and nothing is stored", async () => {
  const [first = ""] = slots;
  for (const name of ["sg2CoChair", "sg20Chair", "sg2Delegate", "administrator"] as const)
    await expect(enter(series.cast[name], { [first]: "yes" })).rejects.toMatchObject({ code: "forbidden" });
  await expect(enter(series.cast.stranger, { [first]: "yes" })).rejects.toMatchObject({ code: "not_found" });
  await expect(enter(series.cast.sg2Secretariat, { [first]: "yes" }, { now: AFTER })).rejects.toMatchObject({
    code: "conflict",
  });
  await expect(enter(series.cast.sg2Secretariat, {}, { slotsVersion: 0 })).rejects.toMatchObject({
    code: "conflict",
  });
  expect(await row()).toMatchObject({ answers: null, version: 0, enteredById: null });
});

it("shows nothing of the other side while the sides are hidden from each other", async () => {
  const [first = ""] = slots;
  await db.datePoll.updateMany({ data: { hidesSides: true } });
  await expect(viewEntry(series.cast.sg2Secretariat, entry(), at)).rejects.toMatchObject({
    code: "not_found",
  });
  await enter(series.cast.sg20Secretariat, { [first]: "yes" });
  expect(await row()).toMatchObject({ enteredById: series.cast.sg20Secretariat.id });
});

it("never overwrites what the person saved at the same time: one of the two is told", async () => {
  const [first = ""] = slots;
  const token = await mailedToken("dev.delegate@example.org");
  const done = await Promise.allSettled([
    enter(series.cast.sg2Secretariat, { [first]: "no" }, { now: OPENED }),
    answer({ token }, { [first]: "yes" }, OPENED),
    enter(series.cast.sg20Secretariat, { [first]: "if_need_be" }, { now: OPENED }),
  ]);
  const kept = done.filter(({ status }) => status === "fulfilled").length;
  expect(kept).toBeGreaterThan(0);
  expect((await row()).version).toBe(kept);
  expect(done.filter(({ status }) => status === "rejected")).toMatchObject(
    Array(3 - kept).fill({ reason: { code: "conflict" } }),
  );
});
