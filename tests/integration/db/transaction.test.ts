import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { db, transaction } from "#lib/db/client";
import { emptyDatabase } from "../../support/clean.ts";

beforeEach(emptyDatabase);
afterAll(() => db.$disconnect());

async function countedSession(personId: string): Promise<void> {
  await transaction(async (tx) => {
    const count = await tx.session.count({ where: { personId } });
    await tx.session.create({ data: { tokenHash: `${count}`, personId, expires: new Date() } });
  });
}

describe("transaction", () => {
  it("keeps every one of twenty changes that read what the others write", async () => {
    const { id } = await db.person.create({ data: { name: "Ana", email: "ana@example.org" } });
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => countedSession(id)));

    expect(results.filter(({ status }) => status === "rejected")).toEqual([]);
    expect(await db.session.count()).toBe(20);
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
