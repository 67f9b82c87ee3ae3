import { afterAll, beforeEach, expect, it } from "vitest";
import { changeAddress } from "#lib/auth/change-address";
import { changeAddressSchema } from "#lib/auth/schema";
import { db } from "#lib/db/client";
import { viewAnswerSheet } from "#lib/scheduling/usecases/view-answer-sheet";
import { addReminder } from "#lib/scheduling/usecases/set-reminders";
import { remindDue } from "#lib/jobs/remind";
import { emptyDatabase } from "../../support/clean.ts";
import { type JointSeriesFixture, makeJointSeries } from "../../support/joint-series.ts";
import { mailedToken, openFour, OPENED } from "../../support/poll.ts";

let series: JointSeriesFixture;
beforeEach(async () => {
  await emptyDatabase();
  series = await makeJointSeries();
});
afterAll(() => db.$disconnect());

const dev = () => db.person.findUniqueOrThrow({ where: { id: series.cast.sg20Delegate.id } });
const change = (email: string, { actor = series.cast.administrator, version = 1 } = {}) =>
  changeAddress(actor, { personId: series.cast.sg20Delegate.id, email, version });

it("changes the address, ends every key mailed to the old one, and tells both addresses without naming the other", async () => {
  await openFour(series);
  const personId = series.cast.sg20Delegate.id;
  const expires = new Date("2030-01-01");
  await db.session.create({ data: { personId, tokenHash: "s", expires } });
  await db.signInLink.create({ data: { personId, tokenHash: "l", browserHash: "b", expires } });
  await db.account.create({ data: { personId, type: "oidc", provider: "p", providerAccountId: "1" } });
  const token = await mailedToken("dev.delegate@example.org");
  await change("dev.new@example.org");
  expect(await dev()).toMatchObject({ email: "dev.new@example.org", emailVerified: null, version: 2 });
  expect([await db.session.count(), await db.signInLink.count(), await db.account.count()]).toEqual([
    0, 0, 0,
  ]);
  await expect(viewAnswerSheet({ token }, OPENED)).rejects.toMatchObject({ code: "not_found" });
  const mails = await db.outboxMail.findMany({
    where: { kind: "invitation" },
    orderBy: { toAddress: "asc" },
  });
  expect(mails.map(({ toAddress }) => toAddress)).toEqual([
    "dev.delegate@example.org",
    "dev.new@example.org",
  ]);
  expect(mails.map(({ text }) => text.includes("@"))).toEqual([false, false]);
  const act = await db.auditEntry.findFirst({ where: { action: "addressChange" } });
  expect(act).toMatchObject({ actorName: "Ada Admin", after: { name: "Dev Delegate" } });
  expect(JSON.stringify(act)).not.toContain("@");
});

it("lets the next mail of an open poll bring a new personal link", async () => {
  await openFour(series);
  const old = await mailedToken("dev.delegate@example.org");
  await change("dev.new@example.org");
  const time = { day: "2027-01-13", clock: "13:00", timeZone: "Europe/Zurich" };
  await addReminder(series.cast.sg2CoChair, { reference: series.reference, ...time }, OPENED);
  await remindDue(new Date("2027-01-13T12:00:00Z"));
  const token = await mailedToken("dev.new@example.org");
  expect(token).toHaveLength(22);
  expect(token).not.toBe(old);
  expect((await viewAnswerSheet({ token }, OPENED)).person.name).toBe("Dev Delegate");
});

it("is refused to everybody but administrators, for a taken address and for an old form, and nothing changes", async () => {
  for (const name of ["sg20Secretariat", "sg20CoChair", "sg20Delegate"] as const)
    await expect(change("x@example.org", { actor: series.cast[name] })).rejects.toMatchObject({
      code: "forbidden",
    });
  await expect(change("paul.first@example.org")).rejects.toMatchObject({ code: "invalid" });
  await expect(change("x@example.org", { version: 0 })).rejects.toMatchObject({ code: "conflict" });
  expect(await dev()).toMatchObject({ email: "dev.delegate@example.org", version: 1 });
  expect(await db.outboxMail.count()).toBe(0);
});

it("gives one address to one person when two are to get it at once", async () => {
  const { administrator, sg2Delegate, sg20Delegate } = series.cast;
  const give = (personId: string) =>
    changeAddress(administrator, { personId, email: "same@example.org", version: 1 });
  const done = await Promise.allSettled([give(sg2Delegate.id), give(sg20Delegate.id)]);
  expect(done.filter(({ status }) => status === "rejected")).toMatchObject([{ reason: { code: "invalid" } }]);
  expect(await db.person.count({ where: { email: "same@example.org" } })).toBe(1);
});

it("takes one address and nothing that could write a mail header", () => {
  const form = { personId: series.cast.stranger.id, version: 1 };
  expect(changeAddressSchema.parse({ ...form, email: " New@Example.org " }).email).toBe("new@example.org");
  for (const email of ["x@example.org\r\nBcc: y@example.org", "x@example.org, y@example.org", "x"])
    expect(changeAddressSchema.safeParse({ ...form, email }).success).toBe(false);
});
