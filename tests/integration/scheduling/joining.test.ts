import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "#lib/db/client";
import { joinPollSchema } from "#lib/scheduling/schema";
import { makeGeneralLink, withdrawGeneralLink } from "#lib/scheduling/usecases/change-general-link";
import { confirmNewcomer, viewConfirmation } from "#lib/scheduling/usecases/confirm-newcomer";
import { joinPoll, viewGeneralPoll } from "#lib/scheduling/usecases/join-poll";
import { revokeLink } from "#lib/scheduling/usecases/revoke-link";
import { viewAnswerSheet } from "#lib/scheduling/usecases/view-answer-sheet";
import { removeExpired } from "#lib/jobs/clean";
import { emptyDatabase } from "../../support/clean.ts";
import { type JointSeriesFixture, makeJointSeries } from "../../support/joint-series.ts";
import { AFTER, mailedToken, openFour, OPENED, sha256 } from "../../support/poll.ts";

let series: JointSeriesFixture;
let token: string;
beforeEach(async () => {
  await emptyDatabase();
  series = await makeJointSeries();
  await openFour(series);
  const link = await makeGeneralLink(series.cast.sg2CoChair, { reference: series.reference }, OPENED);
  token = /\/poll\/([\w-]{22})$/.exec(link)?.[1] ?? "";
});
afterAll(() => db.$disconnect());

const refusal = (code: string, key: string) => ({ code, words: expect.objectContaining({ key }) });
const asker = (browser = "b", network = "n") => ({ browser, network });
const form = (email: string, changes: object = {}) => ({
  ...{ token, name: "Nia New", entity: "Acme", country: "KR", sideId: series.sideB },
  ...{ timeZone: "Asia/Seoul", email, ...changes },
});
const join = (email: string, changes: object = {}, by = asker()) =>
  joinPoll(form(email, changes), by, OPENED);
const mails = (toAddress: string, kind: string) =>
  db.outboxMail.findMany({ where: { toAddress, kind }, orderBy: { createdAt: "asc" } });
async function confirmation(address: string): Promise<string> {
  const mail = (await mails(address, "address_confirmation")).at(-1);
  return /\/poll\/confirm\/([\w-]{43})\n/.exec(mail?.text ?? "")?.[1] ?? "";
}

describe("the general link", () => {
  it("has 128 bits of which only the hash is stored, and tells nobody's name", async () => {
    expect(Buffer.from(token, "base64url")).toHaveLength(16);
    expect(await db.datePoll.findFirst()).toMatchObject({ generalTokenHash: sha256(token) });
    const view = await viewGeneralPoll(token, OPENED);
    expect(view).toMatchObject({ title: "IoT identification and NNAI", slots: 4, phase: "open" });
    expect(JSON.stringify(view)).not.toMatch(/Paul|Jun|@/);
  });

  it("stops working when it is withdrawn or replaced, and only co-chairs make it", async () => {
    const make = (actor = series.cast.sg20CoChair) =>
      makeGeneralLink(actor, { reference: series.reference }, OPENED);
    await make();
    await expect(viewGeneralPoll(token, OPENED)).rejects.toMatchObject({ code: "not_found" });
    await withdrawGeneralLink(series.cast.sg2CoChair, { reference: series.reference }, OPENED);
    expect(await db.datePoll.findFirst()).toMatchObject({ generalTokenHash: null });
    for (const name of ["sg2Delegate", "sg2Secretariat", "administrator"] as const)
      await expect(make(series.cast[name])).rejects.toMatchObject({ code: "forbidden" });
    await expect(
      makeGeneralLink(series.cast.sg2CoChair, { reference: series.reference }, AFTER),
    ).rejects.toMatchObject({ code: "conflict" });
    for (const bad of ["", "short", "A".repeat(22)])
      await expect(viewGeneralPoll(bad, OPENED)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a newcomer", () => {
  it("is asked after confirming the address, with a personal link, and lands on the own sheet", async () => {
    await join("nia@example.org");
    expect(await db.pollInvitee.count()).toBe(4);
    expect(await db.person.count({ where: { email: "nia@example.org" } })).toBe(0);
    const secret = await confirmation("nia@example.org");
    expect(await viewConfirmation(secret, OPENED)).toMatchObject({ state: "good" });
    const answerToken = await confirmNewcomer(secret, OPENED);
    expect(await viewAnswerSheet({ token: answerToken }, OPENED)).toMatchObject({
      person: { name: "Nia New", timeZone: "Asia/Seoul" },
    });
    expect(await mailedToken("nia@example.org")).toBe(answerToken);
    expect(await db.pollInvitee.findFirst({ where: { person: { name: "Nia New" } } })).toMatchObject({
      ...{ sideId: series.sideB, tokenHash: sha256(answerToken), required: false, answers: null },
    });
    expect(await db.auditEntry.findFirst({ where: { action: "pollJoin" } })).toMatchObject({
      ...{ actorName: "Nia New", after: { side: "SG20" } },
    });
    expect(await confirmNewcomer(secret, OPENED)).toBe(answerToken);
    expect(await db.pollInvitee.count()).toBe(5);
  });

  it("gets a mail in which nothing stands that was typed, so that no stranger is written to in our name", async () => {
    await join("victim@example.org", { name: "Win money at evil.example", entity: "Click here" });
    const [mail] = await mails("victim@example.org", "address_confirmation");
    expect(mail?.toName).toBe("");
    expect(`${mail?.subject}\n${mail?.text}`).not.toMatch(/Win money|Click here/);
    expect(mail?.text).toContain("IoT identification and NNAI");
  });

  it("cannot smuggle a line break into a name, an entity or an address", () => {
    const typed = form("x@example.org");
    expect(joinPollSchema.safeParse(typed).success).toBe(true);
    for (const changes of [
      { name: "X\r\nBcc: all@example.org" },
      { entity: "Y\nSubject: z" },
      { email: "x@example.org\r\nBcc: all@example.org" },
      { email: "x@example.org, y@example.org" },
      { name: "\u0000" },
      { name: "" },
      { entity: "" },
      { timeZone: "Nowhere/Land" },
      { country: "XX" },
    ])
      expect(joinPollSchema.safeParse({ ...typed, ...changes }).success, JSON.stringify(changes)).toBe(false);
  });

  it("is refused by an old or unknown confirmation, after the deadline, and for a side of another series", async () => {
    await join("nia@example.org");
    const secret = await confirmation("nia@example.org");
    const later = new Date(OPENED.getTime() + 48 * 3_600_000);
    expect(await viewConfirmation(secret, later)).toMatchObject({ state: "expired" });
    await expect(confirmNewcomer(secret, later)).rejects.toMatchObject(
      refusal("conflict", "scheduling.joining.refusal.expired"),
    );
    await expect(confirmNewcomer(secret, AFTER)).rejects.toMatchObject({ code: "conflict" });
    await expect(confirmNewcomer("A".repeat(43), OPENED)).rejects.toMatchObject({ code: "not_found" });
    await expect(joinPoll(form("late@example.org"), asker(), AFTER)).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(join("x@example.org", { sideId: series.id })).rejects.toMatchObject({ code: "invalid" });
    expect([await db.pollInvitee.count(), await db.pollNewcomer.count()]).toEqual([4, 1]);
  });

  it("is asked once when the button is pressed many times at once, also from two mails", async () => {
    await join("nia@example.org");
    const first = await confirmation("nia@example.org");
    await join("nia@example.org", { name: "Nia N." });
    const second = await confirmation("nia@example.org");
    const done = await Promise.all(
      [first, second, first, second].map((secret) => confirmNewcomer(secret, OPENED)),
    );
    expect(new Set(done).size).toBe(1);
    expect(await db.person.count({ where: { email: "nia@example.org" } })).toBe(1);
    expect(await mails("nia@example.org", "poll_invitation")).toHaveLength(1);
  });

  it("who never confirmed is forgotten a day after the link ended", async () => {
    await join("nia@example.org");
    await removeExpired(new Date(OPENED.getTime() + 73 * 3_600_000));
    expect(await db.pollNewcomer.count()).toBe(0);
  });
});

describe("who is known here", () => {
  it("gets the own link by mail alone, and the one in the first mail stays good", async () => {
    const before = await mailedToken("dev.delegate@example.org");
    await join("dev.delegate@example.org", { name: "Somebody Else" });
    expect(await mails("dev.delegate@example.org", "address_confirmation")).toEqual([]);
    expect(await mailedToken("dev.delegate@example.org")).toBe(before);
    expect(await db.pollNewcomer.count()).toBe(0);
    expect(await db.person.findUnique({ where: { email: "dev.delegate@example.org" } })).toMatchObject({
      name: "Dev Delegate",
    });
  });

  it("but is not asked keeps what is stored, whatever was typed", async () => {
    await join("stan.stranger@example.org", { name: "Impostor", entity: "Evil" });
    await confirmNewcomer(await confirmation("stan.stranger@example.org"), OPENED);
    expect(await db.person.findUnique({ where: { email: "stan.stranger@example.org" } })).toMatchObject({
      ...{ name: "Stan Stranger", entity: "Example", timeZone: "Europe/Zurich" },
    });
    expect(await db.pollInvitee.count()).toBe(5);
  });

  it("does not get a link back that a co-chair withdrew", async () => {
    const { id } = await db.pollInvitee.findFirstOrThrow({ where: { person: { name: "Dev Delegate" } } });
    await revokeLink(series.cast.sg2CoChair, { reference: series.reference, inviteeId: id }, OPENED);
    await join("dev.delegate@example.org");
    const mail = (await mails("dev.delegate@example.org", "poll_invitation")).at(-1);
    expect(mail?.text).toContain("Your link was withdrawn");
    expect(mail?.text).not.toContain("/answer/");
    expect(await db.pollInvitee.findUnique({ where: { id } })).toMatchObject({ tokenHash: null });
  });
});

describe("the limits", () => {
  it("let a whole delegation in from one network, and answer unknown and known addresses alike", async () => {
    const delegation = Array.from({ length: 40 }, (_, index) =>
      joinPoll(form(`d${index}@example.org`), asker(`browser ${index}`, "one office"), OPENED),
    );
    await expect(Promise.all(delegation)).resolves.toHaveLength(40);
    expect(await db.pollNewcomer.count()).toBe(40);
    for (const email of ["dev.delegate@example.org", "nobody@example.org"]) {
      const tries = [1, 2, 3, 4].map((time) => joinPoll(form(email), asker(`${email} ${time}`), OPENED));
      const done = await Promise.allSettled(tries);
      expect(done.map(({ status }) => status).sort()).toEqual([
        "fulfilled",
        "fulfilled",
        "fulfilled",
        "rejected",
      ]);
    }
  });

  it("stop one browser that asks for many addresses", async () => {
    const tries = Array.from({ length: 11 }, (_, index) => join(`d${index}@example.org`, {}, asker("one")));
    const done = await Promise.allSettled(tries);
    expect(done.filter(({ status }) => status === "rejected")).toMatchObject([
      { reason: refusal("conflict", "scheduling.joining.refusal.tooMany") },
    ]);
    expect(await db.outboxMail.count({ where: { kind: "address_confirmation" } })).toBe(10);
  });
});
