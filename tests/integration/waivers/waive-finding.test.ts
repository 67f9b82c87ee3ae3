import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "#lib/db/client";
import { waiveFindingSchema } from "#lib/waivers/schema";
import { listSeriesWaivers } from "#lib/waivers/usecases/list-series-waivers";
import { restoreFinding } from "#lib/waivers/usecases/restore-finding";
import { waiveFinding } from "#lib/waivers/usecases/waive-finding";
import { emptyDatabase } from "../../support/clean.ts";
import { type JointSeriesFixture, makeJointSeries } from "../../support/joint-series.ts";

const now = new Date("2027-01-05T22:30:00Z");
const SLOT = "0192f0c1-2f5e-7c3e-8a55-3f0d7f3a4b11";

let fixture: JointSeriesFixture;
beforeEach(async () => {
  await emptyDatabase();
  fixture = await makeJointSeries();
});
afterAll(() => db.$disconnect());

const input = (change = {}) => ({
  ...{ seriesId: fixture.id, rule: "N1", subjectId: SLOT, about: "" },
  ...{ reason: "No plenary falls before TSAG.", ...change },
});

describe("waiveFinding", () => {
  it("keeps rule, subject, reason, who and when", async () => {
    await waiveFinding(fixture.cast.sg20CoChair, input(), now);
    expect(await listSeriesWaivers(db, fixture)).toEqual([
      {
        ...{ id: expect.any(String), rule: "N1", subjectId: SLOT, about: "" },
        ...{ reason: "No plenary falls before TSAG." },
        ...{ waivedBy: "Jun Second", waivedAt: now, isUnderOlderRule: false },
      },
    ]);
    expect(await db.auditEntry.findMany()).toMatchObject([
      {
        action: "findingWaive",
        seriesId: fixture.id,
        after: { rule: "N1", reason: "No plenary falls before TSAG." },
      },
    ]);
  });

  it.each(["sg2Chair", "sg2Secretariat", "sg2Delegate", "administrator"] as const)(
    "does not let %s set a finding aside",
    async (who) => {
      await expect(waiveFinding(fixture.cast[who], input(), now)).rejects.toMatchObject({
        code: "forbidden",
      });
      expect([await db.waiver.count(), await db.auditEntry.count()]).toEqual([0, 0]);
    },
  );

  it("keeps the first reason when two co-chairs do it at the same time", async () => {
    const results = await Promise.allSettled([
      waiveFinding(fixture.cast.sg2CoChair, input({ reason: "One" }), now),
      waiveFinding(fixture.cast.sg20CoChair, input({ reason: "Two" }), now),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find((result) => result.status === "rejected")?.reason).toMatchObject({
      code: "conflict",
    });
    expect([await db.waiver.count(), await db.auditEntry.count()]).toEqual([1, 1]);
  });

  it.each([
    ["no reason", { reason: " " }, "field.required"],
    ["a reason of 100,000 characters", { reason: "x".repeat(100_000) }, "field.tooLong"],
    ["a rule that is none", { rule: "everything" }, "field.invalid"],
  ])("refuses %s at the door", (_what, change, message) => {
    expect(waiveFindingSchema.safeParse(input(change)).error?.issues[0]?.message).toBe(message);
  });
});

describe("restoreFinding", () => {
  it("lets the finding count again, and keeps in the trail what the reason was", async () => {
    await waiveFinding(fixture.cast.sg2CoChair, input(), now);
    await restoreFinding(fixture.cast.sg20CoChair, input(), now);
    expect(await db.waiver.count()).toBe(0);
    expect(await db.auditEntry.findFirst({ where: { action: "findingRestore" } })).toMatchObject({
      before: { rule: "N1", reason: "No plenary falls before TSAG." },
    });
  });

  it("refuses who is no co-chair, and a finding that was not set aside", async () => {
    await expect(restoreFinding(fixture.cast.sg2Chair, input(), now)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(restoreFinding(fixture.cast.sg2CoChair, input(), now)).rejects.toMatchObject({
      code: "conflict",
    });
  });
});
