import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { db, transaction } from "#lib/db/client";
import { emptyDatabase } from "../../support/clean.ts";

beforeEach(emptyDatabase);
afterAll(() => db.$disconnect());

/** Numbers the roles of a person from 0: right only when no two of them were counted at once. */
async function countedRole(personId: string): Promise<void> {
  await transaction(async (tx) => {
    const count = await tx.roleHolding.count({ where: { personId } });
    await tx.roleHolding.create({ data: { personId, role: `${count}`, fromDay: new Date("2025-01-01") } });
  });
}

describe("transaction", () => {
  it("keeps every one of twenty changes that read what the others write", async () => {
    const { id } = await db.person.create({ data: { name: "Ana", email: "ana@example.org" } });
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => countedRole(id)));

    expect(results.filter(({ status }) => status === "rejected")).toEqual([]);
    const roles = await db.roleHolding.findMany({ select: { role: true } });
    expect(roles.map(({ role }) => Number(role)).sort((a, b) => a - b)).toEqual([...Array(20).keys()]);
  });

  it("runs work again that reads with SQL of its own what others write meanwhile", async () => {
    const { id } = await db.person.create({ data: { name: "Ana", email: "ana@example.org" } });
    const count = () =>
      transaction(async (tx) => {
        const [row] = await tx.$queryRaw<{ count: number }[]>`
          select count(*)::int as count from role_holdings where person_id = ${id}::uuid`;
        const fromDay = new Date("2025-01-01");
        await tx.roleHolding.create({ data: { personId: id, role: `${row?.count ?? 0}`, fromDay } });
        await tx.$queryRaw`select count(*) from role_holdings where person_id = ${id}::uuid`;
      });
    const results = await Promise.allSettled(Array.from({ length: 20 }, count));

    expect(results.filter(({ status }) => status === "rejected")).toEqual([]);
    expect(await db.roleHolding.count()).toBe(20);
  });

  it("keeps nothing of work that fails, and passes its error on", async () => {
    const work = transaction(async (tx) => {
      await tx.person.create({ data: { name: "Ana", email: "ana@example.org" } });
      throw new Error("asked to fail");
    });
    await expect(work).rejects.toThrow("asked to fail");
    expect(await db.person.count()).toBe(0);
  });
});
