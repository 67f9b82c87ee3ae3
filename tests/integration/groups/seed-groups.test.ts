import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "#lib/db/client";
import { seedGroups } from "#lib/groups/usecases/seed-groups";
import { emptyDatabase } from "../../support/clean.ts";

beforeEach(emptyDatabase);
afterAll(() => db.$disconnect());

const groups = () =>
  db.group.findMany({ orderBy: { reference: "asc" }, include: { parent: true, lists: true } });

describe("seedGroups", () => {
  it("puts the study period in place with its groups below their parents, and writes it down", async () => {
    await seedGroups();
    const period = await db.studyPeriod.findUniqueOrThrow({ where: { name: "2025-2028" } });
    expect([period.fromDay, period.toDay]).toEqual([new Date("2025-01-01"), new Date("2028-12-31")]);
    const seen = (await groups()).map((group) => [group.reference, group.kind, group.parent?.reference]);
    expect(seen).toEqual([
      ["Q1/2", "Q", "SG2"],
      ["Q6/17", "Q", "SG17"],
      ["Q6/20", "Q", "SG20"],
      ["SG11", "SG", undefined],
      ["SG12", "SG", undefined],
      ["SG15", "SG", undefined],
      ["SG17", "SG", undefined],
      ["SG2", "SG", undefined],
      ["SG20", "SG", undefined],
      ["TSAG", "TSAG", undefined],
      ["WP1/2", "WP", "SG2"],
      ["WP2/20", "WP", "SG20"],
    ]);
    const [act] = await db.auditEntry.findMany();
    expect(act).toMatchObject({ action: "groupsSeed", actorName: "Liaise", subjectId: period.id });
  });

  it("says no title, list or address that was not verified", async () => {
    await seedGroups();
    for (const group of await groups())
      expect([group.title, group.lists, group.secretariatEmail]).toEqual(["", [], null]);
  });

  it("leaves what people edited and removed as it is when it runs again", async () => {
    await seedGroups();
    await db.group.updateMany({ where: { reference: "SG2" }, data: { title: "Edited" } });
    await db.group.deleteMany({ where: { reference: "Q6/17" } });
    const before = await groups();
    await seedGroups();
    expect(await groups()).toEqual(before);
    expect(await db.auditEntry.count()).toBe(1);
  });

  it("writes everything once when two starts do it at the same moment", async () => {
    const outcomes = await Promise.allSettled([seedGroups(), seedGroups(), seedGroups()]);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "fulfilled"]);
    expect([await db.studyPeriod.count(), await db.group.count()]).toEqual([1, 12]);
  });
});
