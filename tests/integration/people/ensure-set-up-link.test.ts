import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { hashToken } from "#lib/secrets/token";
import { db } from "#lib/db/client";
import { ensureSetUpLink } from "#lib/people/usecases/ensure-set-up-link";
import { emptyDatabase } from "../../support/clean.ts";

const NOW = new Date("2027-03-01T22:30:00Z"); // already 2 March in Kathmandu, still 1 March in Geneva
const BASE = "https://liaise.example.org";

beforeEach(emptyDatabase);
afterAll(() => db.$disconnect());

async function administrator(fromDay: string, toDay: string | null) {
  const person = await db.person.create({ data: { email: "ada@example.org", name: "Ada Admin" } });
  await db.roleHolding.create({
    data: {
      personId: person.id,
      role: "administrator",
      fromDay: new Date(fromDay),
      toDay: toDay === null ? null : new Date(toDay),
    },
  });
}

describe("ensureSetUpLink", () => {
  it("gives a link of the product's own address and stores only its hash, for 24 hours", async () => {
    const link = await ensureSetUpLink(BASE, NOW);
    const token = /^https:\/\/liaise\.example\.org\/set-up\/([\w-]{43})$/.exec(link ?? "")?.[1] ?? "";
    expect(await db.setUpLink.findMany()).toEqual([
      { tokenHash: hashToken(token), expires: new Date("2027-03-02T22:30:00Z"), usedAt: null },
    ]);
  });

  it("ends the links of earlier starts", async () => {
    await ensureSetUpLink(BASE, NOW);
    const [older] = await db.setUpLink.findMany();
    await ensureSetUpLink(BASE, NOW);
    const left = await db.setUpLink.findMany();
    expect(left).toHaveLength(1);
    expect(left[0]?.tokenHash).not.toBe(older?.tokenHash);
  });

  it.each([
    ["an open end", "2027-01-01", null],
    ["their first day today", "2027-03-01", null],
    ["their last day today", "2027-01-01", "2027-03-01"],
  ])("gives none when there is an administrator with %s", async (_case, fromDay, toDay) => {
    await administrator(fromDay, toDay);
    expect(await ensureSetUpLink(BASE, NOW)).toBeNull();
    expect(await db.setUpLink.count()).toBe(0);
  });

  it.each([
    ["ended yesterday", "2027-01-01", "2027-02-28"],
    ["begins tomorrow", "2027-03-02", null],
  ])("gives one when the only administrator's role %s", async (_case, fromDay, toDay) => {
    await administrator(fromDay, toDay);
    expect(await ensureSetUpLink(BASE, NOW)).toContain("/set-up/");
  });
});
