import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "#lib/db/client";
import { closePoll } from "#lib/scheduling/usecases/close-poll";
import { extendDeadline } from "#lib/scheduling/usecases/extend-deadline";
import { inviteNewcomers } from "#lib/scheduling/usecases/invite-newcomers";
import { openPoll } from "#lib/scheduling/usecases/open-poll";
import { emptyDatabase } from "../../support/clean.ts";
import { type JointSeriesFixture, makeJointSeries } from "../../support/joint-series.ts";
import {
  AFTER,
  CLOSES,
  DEADLINE,
  mailedToken,
  offerFour,
  openFour,
  OPENED,
  sha256,
} from "../../support/poll.ts";

let series: JointSeriesFixture;
beforeEach(async () => {
  await emptyDatabase();
  series = await makeJointSeries();
});
afterAll(() => db.$disconnect());

const open = (changes: object = {}, actor = series.cast.sg2CoChair) =>
  openPoll(actor, { reference: series.reference, ...DEADLINE, quorum: { A: 2, B: 1 }, ...changes }, OPENED);
const refusal = (code: string, key: string) => ({ code, words: expect.objectContaining({ key }) });
const nothingOpened = async () => {
  expect(await db.datePoll.findFirst()).toMatchObject({ state: "draft", closesAt: null, openedAt: null });
  expect([await db.pollInvitee.count(), await db.outboxMail.count()]).toEqual([0, 0]);
  expect(await db.jointSeries.findFirst()).toMatchObject({ state: "agreed" });
};

describe("openPoll", () => {
  it("asks every member of both sides once and moves the series to scheduling", async () => {
    await offerFour(series);
    expect(await open()).toBe(4);
    expect(await db.datePoll.findFirstOrThrow()).toMatchObject({
      ...{ state: "open", closesAt: CLOSES, quorum: { A: 2, B: 1 } },
      ...{ openedAt: OPENED, openedById: series.cast.sg2CoChair.id },
    });
    const invitees = await db.pollInvitee.findMany({
      include: { person: true },
      orderBy: { person: { name: "asc" } },
    });
    expect(invitees.map(({ person, sideId }) => [person.name, sideId])).toEqual([
      ["Dev Delegate", series.sideB],
      ["Dora Delegate", series.sideA],
      ["Jun Second", series.sideB],
      ["Paul First", series.sideA],
    ]);
    expect(invitees).toMatchObject(Array(4).fill({ answers: null, answeredAt: null, note: "", version: 0 }));
    expect(await db.jointSeries.findFirst()).toMatchObject({ state: "scheduling" });
    expect(await db.auditEntry.findFirst({ where: { action: "pollOpen" } })).toMatchObject({
      after: { closesAt: CLOSES.toISOString(), quorum: { A: 2, B: 1 }, people: 4, slots: 4 },
    });
  });

  it("mails each person a link of 128 bits of which only the hash is stored", async () => {
    await openFour(series);
    const token = await mailedToken("dev.delegate@example.org");
    expect(Buffer.from(token, "base64url")).toHaveLength(16);
    const row = await db.pollInvitee.findFirstOrThrow({ where: { person: { name: "Dev Delegate" } } });
    expect(row.tokenHash).toBe(sha256(token));
    const hashes = await db.pollInvitee.findMany({ select: { tokenHash: true } });
    expect(new Set(hashes.map(({ tokenHash }) => tokenHash)).size).toBe(4);
    const everythingElse = JSON.stringify([
      await db.pollInvitee.findMany({ select: { id: true, note: true, tokenHash: true } }),
      await db.auditEntry.findMany(),
    ]);
    expect(everythingElse).not.toContain(token);
  });

  it("tells the deadline in Geneva time, in UTC and on the reader's clock", async () => {
    await openFour(series);
    const mail = await db.outboxMail.findFirstOrThrow({ where: { toAddress: "dev.delegate@example.org" } });
    expect(mail).toMatchObject({ kind: "poll_invitation", toName: "Dev Delegate", state: "waiting" });
    expect(mail.text).toContain(
      "15 January 2027, 17:00 Geneva time\n15 January 2027, 16:00 UTC\n15 January 2027, 21:30 your time (Kolkata)",
    );
    expect(mail.text).not.toContain("@");
  });

  it.each([
    ["a deadline in the past", { day: "2027-01-03" }, "refusal.checkFields"],
    ["a deadline that leaves too few slots", { day: "2027-03-24" }, "scheduling.refusal.tooFewSlots"],
    [
      "a deadline that the clocks skip",
      { day: "2027-03-28", clock: "02:30" },
      "scheduling.refusal.skippedTime",
    ],
    ["a quorum that a side cannot reach", { quorum: { A: 1, B: 3 } }, "scheduling.refusal.quorum"],
  ])("refuses %s, and nothing is opened or mailed", async (_name, changes, key) => {
    await offerFour(series);
    await expect(open(changes)).rejects.toMatchObject(refusal("invalid", key));
    await nothingOpened();
  });

  it("refuses everybody who is no co-chair", async () => {
    await offerFour(series);
    for (const name of ["sg2Chair", "sg20Secretariat", "sg2Delegate", "administrator"] as const)
      await expect(open({}, series.cast[name])).rejects.toMatchObject({ code: "forbidden" });
    await nothingOpened();
  });

  it("opens once and mails once when both co-chairs open at once", async () => {
    await offerFour(series);
    const { sg2CoChair, sg20CoChair } = series.cast;
    const done = await Promise.allSettled([open({}, sg2CoChair), open({}, sg20CoChair)]);
    expect(done.filter(({ status }) => status === "rejected")).toMatchObject([
      { reason: refusal("conflict", "scheduling.refusal.openAlready") },
    ]);
    expect([await db.pollInvitee.count(), await db.outboxMail.count()]).toEqual([4, 4]);
  });

  it("refuses a series without slots", async () => {
    await expect(open()).rejects.toMatchObject(refusal("conflict", "scheduling.refusal.noPoll"));
  });
});

describe("the deadline", () => {
  const extend = (day: string, now = OPENED) =>
    extendDeadline(series.cast.sg20CoChair, { reference: series.reference, ...DEADLINE, day }, now);

  it("moves to a later instant, also after it has passed, and never to an earlier one", async () => {
    await openFour(series);
    await extend("2027-01-20", AFTER);
    expect(await db.datePoll.findFirst()).toMatchObject({
      closesAt: new Date("2027-01-20T16:00Z"),
      state: "open",
    });
    await expect(extend("2027-01-20")).rejects.toMatchObject({ code: "invalid" });
    await expect(extend("2027-01-19")).rejects.toMatchObject({ code: "invalid" });
    expect(await db.auditEntry.findFirst({ where: { action: "deadlineExtend" } })).toMatchObject({
      before: { closesAt: CLOSES.toISOString() },
    });
  });

  it("cannot move before the poll is open", async () => {
    await offerFour(series);
    await expect(extend("2027-01-20")).rejects.toMatchObject(
      refusal("conflict", "scheduling.refusal.notOpen"),
    );
  });

  it("becomes now when a co-chair closes the poll, and only once", async () => {
    await openFour(series);
    const close = () => closePoll(series.cast.sg2CoChair, { reference: series.reference }, OPENED);
    await close();
    expect(await db.datePoll.findFirst()).toMatchObject({ closesAt: OPENED });
    await expect(close()).rejects.toMatchObject(refusal("conflict", "scheduling.refusal.closed"));
    await expect(
      closePoll(series.cast.sg2Chair, { reference: series.reference }, OPENED),
    ).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("inviteNewcomers", () => {
  it("asks only those who are not asked yet", async () => {
    await openFour(series);
    const invite = () => inviteNewcomers(series.cast.sg2CoChair, { reference: series.reference }, OPENED);
    await expect(invite()).rejects.toMatchObject(refusal("conflict", "scheduling.refusal.nobodyNew"));
    await db.seriesMember.create({
      data: {
        ...{
          seriesId: series.id,
          sideId: series.sideA,
          personId: series.cast.stranger.id,
          role: "participant",
        },
        fromDay: new Date("2027-01-01"),
      },
    });
    expect(await invite()).toBe(1);
    expect(await db.outboxMail.count()).toBe(5);
    expect(await mailedToken("stan.stranger@example.org")).toHaveLength(22);
  });
});
