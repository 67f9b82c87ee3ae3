import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "#lib/db/client";
import { ensureSetUpLink } from "#lib/people/usecases/ensure-set-up-link";
import { findSetUpLink } from "#lib/people/usecases/find-set-up-link";
import { setUpAdministrator } from "#lib/people/usecases/set-up-administrator";
import { emptyDatabase } from "../../support/clean.ts";

const NOW = new Date("2027-03-01T22:30:00Z"); // already 2 March in Kathmandu, still 1 March in Geneva
const DAY_LATER = new Date("2027-03-02T22:30:00Z");

beforeEach(emptyDatabase);
afterAll(() => db.$disconnect());

async function printedToken(): Promise<string> {
  const link = await ensureSetUpLink("http://localhost:3000", NOW);
  return link?.split("/").at(-1) ?? "";
}
const ada = (token: string) => ({
  ...{ token, name: "Ada Admin", email: "ada@example.org", timeZone: "Asia/Seoul" },
});
const gone = { code: "not_found", words: { key: "setUp.linkGone" } };

describe("setUpAdministrator", () => {
  it("makes the first administrator, from today in Geneva on, and writes it down", async () => {
    const id = await setUpAdministrator(ada(await printedToken()), NOW);
    const person = await db.person.findUniqueOrThrow({ where: { id }, include: { roleHoldings: true } });
    expect(person).toMatchObject({ name: "Ada Admin", email: "ada@example.org", timeZone: "Asia/Seoul" });
    expect(person.roleHoldings).toMatchObject([
      { role: "administrator", groupId: null, fromDay: new Date("2027-03-01"), toDay: null },
    ]);
    expect(await db.auditEntry.findMany()).toMatchObject([
      { action: "administratorSetUp", personId: id, actorName: "Ada Admin", subjectId: id },
    ]);
  });

  it("gives the role to a person who is known by the address", async () => {
    const known = await db.person.create({ data: { email: "ada@example.org", name: "Ada" } });
    expect(await setUpAdministrator(ada(await printedToken()), NOW)).toBe(known.id);
    expect(await db.person.count()).toBe(1);
  });

  it("works once", async () => {
    const token = await printedToken();
    await setUpAdministrator(ada(token), NOW);
    await expect(setUpAdministrator({ ...ada(token), email: "eve@example.org" }, NOW)).rejects.toMatchObject(
      gone,
    );
    expect([await db.person.count(), await findSetUpLink(token, NOW)]).toEqual([1, false]);
  });

  it("makes one administrator when two people use the link at the same moment", async () => {
    const token = await printedToken();
    const uses = await Promise.allSettled(
      ["ada", "bea", "cy"].map((name) =>
        setUpAdministrator({ ...ada(token), email: `${name}@example.org` }, NOW),
      ),
    );
    expect(uses.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect([await db.person.count(), await db.roleHolding.count()]).toEqual([1, 1]);
  });

  it("works until 24 hours after the start, and not from then on", async () => {
    const token = await printedToken();
    expect(await findSetUpLink(token, new Date(DAY_LATER.getTime() - 1))).toBe(true);
    expect(await findSetUpLink(token, DAY_LATER)).toBe(false);
    await expect(setUpAdministrator(ada(token), DAY_LATER)).rejects.toMatchObject(gone);
    expect(await db.person.count()).toBe(0);
  });

  it("refuses the link of an earlier start", async () => {
    const older = await printedToken();
    const newer = await printedToken();
    await expect(setUpAdministrator(ada(older), NOW)).rejects.toMatchObject(gone);
    expect(await findSetUpLink(newer, NOW)).toBe(true);
  });

  it("refuses a good link once there is an administrator by another way", async () => {
    const token = await printedToken();
    const other = await db.person.create({ data: { email: "o@example.org", name: "Other" } });
    await db.roleHolding.create({
      data: { personId: other.id, role: "administrator", fromDay: new Date("2027-01-01") },
    });
    await expect(setUpAdministrator(ada(token), NOW)).rejects.toMatchObject(gone);
    expect(await db.person.count()).toBe(1);
  });
});
