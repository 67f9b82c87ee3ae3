import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "#lib/db/client";
import type { Actor } from "#lib/people/domain/actor";
import { submitReportSchema } from "#lib/series/schema";
import { presentReport } from "#lib/series/usecases/present-report";
import { recordConsent } from "#lib/series/usecases/record-consent";
import { submitReport } from "#lib/series/usecases/submit-report";
import { emptyDatabase } from "../../support/clean.ts";
import { type JointSeriesFixture, makeJointSeries } from "../../support/joint-series.ts";

const now = new Date("2027-04-05T10:00:00Z");
const reportId = randomUUID();

let fixture: JointSeriesFixture;
beforeEach(async () => {
  await emptyDatabase();
  fixture = await makeJointSeries("running");
  await db.report.create({
    data: {
      ...{ id: reportId, title: "Report", createdById: fixture.cast.sg2CoChair.id },
      series: { connect: { id: fixture.id } },
      document: { create: { schemaVersion: 1 } },
    },
  });
});
afterAll(() => db.$disconnect());

const state = async () => (await db.jointSeries.findUniqueOrThrow({ where: { id: fixture.id } })).state;
const speak = (actor: Actor, sideId: string, change: { outcome?: "not_agreed"; version?: number } = {}) =>
  recordConsent(
    actor,
    {
      ...{ seriesId: fixture.id, sideId, subject: "report", subjectId: reportId, outcome: "agreed" },
      ...{
        method: "correspondence",
        decidedBy: "SG",
        decidedOn: "2027-04-05",
        evidence: "",
        comment: "",
        version: 0,
      },
      ...change,
    },
    now,
  );

describe("presentReport", () => {
  it("asks both sides from then on, and keeps who put the report to them", async () => {
    await presentReport(fixture.cast.sg20CoChair, { seriesId: fixture.id }, now);
    expect(await state()).toBe("report_drafted");
    expect(await db.auditEntry.findFirst({ where: { action: "reportPresent" } })).toMatchObject({
      ...{ actorName: "Jun Second", subjectId: reportId },
    });
  });

  it("refuses who is no co-chair, a series without a report, and a second time", async () => {
    const input = { seriesId: fixture.id };
    for (const who of ["sg2Chair", "sg2Secretariat", "sg2Delegate", "administrator"] as const) {
      await expect(presentReport(fixture.cast[who], input, now)).rejects.toMatchObject({ code: "forbidden" });
    }
    expect([await state(), await db.auditEntry.count()]).toEqual(["running", 0]);
    await presentReport(fixture.cast.sg2CoChair, input, now);
    await expect(presentReport(fixture.cast.sg20CoChair, input, now)).rejects.toMatchObject({
      words: { key: "series.refusal.presented" },
    });
    await db.report.deleteMany();
    await expect(presentReport(fixture.cast.sg20CoChair, input, now)).rejects.toMatchObject({
      words: { key: "series.refusal.noReport" },
    });
  });
});

describe("the consents to a report", () => {
  it("make it agreed by both when each side has agreed, also at the same moment", async () => {
    await presentReport(fixture.cast.sg2CoChair, { seriesId: fixture.id }, now);
    await Promise.all([
      speak(fixture.cast.sg2Chair, fixture.sideA),
      speak(fixture.cast.sg20Chair, fixture.sideB),
    ]);
    expect(await state()).toBe("agreed_by_both");
    await speak(fixture.cast.sg20Chair, fixture.sideB, { outcome: "not_agreed", version: 1 });
    expect(await state()).toBe("report_drafted");
  });

  it("are taken for the own side alone, and not before the report was put to the sides", async () => {
    await expect(speak(fixture.cast.sg2Chair, fixture.sideA)).rejects.toMatchObject({
      words: { key: "series.refusal.notYet" },
    });
    await presentReport(fixture.cast.sg2CoChair, { seriesId: fixture.id }, now);
    await expect(speak(fixture.cast.sg2Chair, fixture.sideB)).rejects.toMatchObject({ code: "forbidden" });
    expect(await db.sideConsent.count()).toBe(0);
  });
});

describe("submitReport", () => {
  const input = () => ({ seriesId: fixture.id, documents: "SG2-TD9R1/PLEN, SG20-TD14/PLEN" });

  it("records the numbers once both sides have agreed", async () => {
    await db.jointSeries.update({ where: { id: fixture.id }, data: { state: "agreed_by_both" } });
    await submitReport(fixture.cast.sg20Secretariat, input(), now);
    expect(await state()).toBe("submitted");
    expect(await db.auditEntry.findFirst({ where: { action: "reportSubmit" } })).toMatchObject({
      after: { documents: "SG2-TD9R1/PLEN, SG20-TD14/PLEN" },
    });
    await expect(submitReport(fixture.cast.sg2Secretariat, input(), now)).rejects.toMatchObject({
      words: { key: "series.refusal.submitted" },
    });
  });

  it("refuses while a side has not agreed, and who is neither co-chair nor secretariat", async () => {
    await presentReport(fixture.cast.sg2CoChair, { seriesId: fixture.id }, now);
    await expect(submitReport(fixture.cast.sg2CoChair, input(), now)).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(submitReport(fixture.cast.sg2Chair, input(), now)).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await state()).toBe("report_drafted");
    expect(await db.auditEntry.count({ where: { action: "reportSubmit" } })).toBe(0);
  });

  it.each(["", "a\r\nb", "x".repeat(100_000)])("takes no such numbers", (documents) => {
    expect(submitReportSchema.safeParse({ ...input(), documents }).success).toBe(false);
  });
});
