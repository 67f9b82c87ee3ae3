import { afterAll, beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { plainText } from "#lib/collab/domain/editor-node";
import { editDocument } from "#lib/collab/log";
import { collabPool } from "#lib/collab/pool";
import { db } from "#lib/db/client";
import { admitToReport } from "#lib/reports/usecases/admit-to-report";
import { reportDocument } from "#lib/reports/usecases/report-document";
import { showReport } from "#lib/reports/usecases/show-report";
import { startReport } from "#lib/reports/usecases/start-report";
import { emptyDatabase } from "../../support/clean.ts";
import { type JointSeriesFixture, makeJointSeries } from "../../support/joint-series.ts";
import { readWordAsHtml } from "../../support/word-file.ts";

let series: JointSeriesFixture;
beforeEach(async () => {
  await emptyDatabase();
  series = await makeJointSeries("running");
  await db.meeting.createMany({
    data: ["2027-03-02", "2027-03-16", "2027-03-30"].map((day, index) => ({
      ...{ seriesId: series.id, sequence: index + 1, calendarUid: `${index}@example.org` },
      ...{ startsAt: new Date(`${day}T12:00Z`), endsAt: new Date(`${day}T14:00Z`) },
      status: index === 1 ? "cancelled" : "planned",
    })),
  });
});
afterAll(async () => {
  await collabPool().end();
  await db.$disconnect();
});

const nothingStored = async () =>
  expect([await db.report.count(), await db.collaborativeDocument.count()]).toEqual([0, 0]);

describe("startReport", () => {
  it("keeps a report with its text, filled from the series, and writes down who began it", async () => {
    await startReport(series.cast.sg20CoChair, series.reference);
    const [report] = await db.report.findMany({ include: { document: { include: { updates: true } } } });
    expect(report).toMatchObject({
      seriesId: series.id,
      title: "Draft report to TSAG on IoT identification and NNAI",
      createdById: series.cast.sg20CoChair.id,
      document: { generation: 1, schemaVersion: 1, snapshot: null },
    });
    expect(report?.document.updates.map(({ personId }) => personId)).toEqual([series.cast.sg20CoChair.id]);
    const act = await db.auditEntry.findFirst({ where: { action: "reportStart" } });
    expect(act).toMatchObject({ personId: series.cast.sg20CoChair.id, seriesId: series.id });
  });

  it("gives one report when both co-chairs begin at the same moment", async () => {
    const results = await Promise.allSettled([
      startReport(series.cast.sg2CoChair, series.reference),
      startReport(series.cast.sg20CoChair, series.reference),
    ]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "conflict", words: { key: "reports.alreadyBegun" } },
    });
    expect([await db.report.count(), await db.collaborativeDocument.count()]).toEqual([1, 1]);
  });

  it("is refused to those who only read, and to strangers as if there were no series", async () => {
    const { sg2Delegate, sg20Chair, administrator, stranger } = series.cast;
    for (const actor of [sg2Delegate, sg20Chair, administrator])
      await expect(startReport(actor, series.reference)).rejects.toMatchObject({ code: "forbidden" });
    await expect(startReport(stranger, series.reference)).rejects.toMatchObject({ code: "not_found" });
    await nothingStored();
  });
});

describe("showReport", () => {
  it("says that there is none yet, and who may begin it", async () => {
    expect(await showReport(series.cast.sg2Delegate, series.reference)).toMatchObject({
      report: null,
      mayWrite: false,
    });
    expect(await showReport(series.cast.sg2CoChair, series.reference)).toMatchObject({
      ...{ report: null, mayWrite: true, side: "A" },
    });
    await expect(showReport(series.cast.stranger, series.reference)).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("shows the text with the meetings that were not called off, and what is still missing", async () => {
    await startReport(series.cast.sg2CoChair, series.reference);
    const { report } = await showReport(series.cast.sg20Delegate, series.reference);
    const text = report ? plainText(report.text) : "";
    expect(text).toContain("Meeting 12 March 2027, 13:00-15:00 Geneva time (12:00-14:00 UTC, 2 March)");
    expect(text).toContain("Meeting 3");
    expect(text).not.toContain("Meeting 2");
    expect(report?.findings.map(({ rule }) => rule)).toEqual(["R2", "R2", "T1", "R4", "R4"]);
  });

  it("counts the last consent of each side", async () => {
    await startReport(series.cast.sg2CoChair, series.reference);
    const { id } = await db.report.findFirstOrThrow();
    const consent = (outcome: string, minute: number) => ({
      ...{ seriesId: series.id, sideId: series.sideA, subject: "report", subjectId: id, outcome },
      ...{ method: "meeting", decidedBy: "SG2", decidedOn: new Date("2027-04-01") },
      ...{ recordedById: series.cast.sg2Chair.id, recordedAt: new Date(Date.UTC(2027, 3, 1, 0, minute)) },
    });
    const missing = async () =>
      (await showReport(series.cast.sg2Chair, series.reference)).report?.findings.flatMap(
        ({ message }) => message.values?.side ?? [],
      );
    await db.sideConsent.create({ data: consent("agreed", 1) });
    expect(await missing()).toEqual(["SG20"]);
    await db.sideConsent.create({ data: consent("not_agreed", 2) });
    expect(await missing()).toEqual(["SG2", "SG20"]);
  });
});

describe("admitToReport", () => {
  it("lets co-chairs and secretariats write under their side, and all others of the series read", async () => {
    await startReport(series.cast.sg2CoChair, series.reference);
    const { documentId } = await db.report.findFirstOrThrow();
    const { stranger, ...cast } = series.cast;
    const admitted: Record<string, unknown> = {};
    for (const [name, actor] of Object.entries(cast)) {
      const { mayWrite, side, generation, schemaVersion } = await admitToReport(actor, documentId);
      admitted[name] = `${mayWrite ? "writes" : "reads"} ${side ?? "-"} ${generation} ${schemaVersion}`;
    }
    expect(admitted).toEqual({
      administrator: "reads - 1 1",
      sg2CoChair: "writes A 1 1",
      sg20CoChair: "writes B 1 1",
      sg2Chair: "reads A 1 1",
      sg20Chair: "reads B 1 1",
      sg2Secretariat: "writes A 1 1",
      sg20Secretariat: "writes B 1 1",
      sg2Delegate: "reads - 1 1",
      sg20Delegate: "reads - 1 1",
    });
    await expect(admitToReport(stranger, documentId)).rejects.toMatchObject({ code: "not_found" });
    await expect(admitToReport(series.cast.sg2CoChair, series.id)).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("reportDocument", () => {
  it("is a Word file in ITU form with the header, the sections and the demarcation table", async () => {
    await startReport(series.cast.sg2CoChair, series.reference);
    const { documentId } = await db.report.findFirstOrThrow();
    await editDocument(documentId, series.cast.sg2CoChair.id, (document) => {
      const [abstract] = document.getXmlFragment("default").toArray();
      if (abstract instanceof Y.XmlElement) abstract.insert(0, [new Y.XmlText("The short of it. ")]);
    });
    const now = new Date("2027-04-02T09:00Z");
    const file = await reportDocument(series.cast.sg2Delegate, series.reference, now);
    expect(file.name).toBe("T25-SG2-SG20-270402-Report.docx");
    const html = await readWordAsHtml(file.content);
    const [header = "", body = ""] = html.split("The short of it. This draft report");
    for (const words of [
      "STUDY PERIOD 2025-2028",
      "STUDY GROUP 20",
      "Q1/2, Q6/20",
      "Virtual, 2 April 2027",
      "Co-chairs of the joint meetings of SG2, SG20",
      "Draft report to TSAG on IoT identification and NNAI",
      "Paul First",
      "WP2/20 Chair",
    ])
      expect(header).toContain(words);
    expect([...body.matchAll(/<h1>(.*?)<\/h1>/g)].map(([, title]) => title?.replace(/<[^>]*>/g, ""))).toEqual(
      [
        "Actions requested of TSAG",
        "Mandate",
        "Process",
        "Areas agreed",
        "Areas not agreed",
        "Follow-up",
        "Intellectual property rights",
      ],
    );
    const cells = [...body.matchAll(/<th>(.*?)<\/th>/g)].map(([, cell]) => cell?.replace(/<[^>]*>/g, ""));
    expect(cells).toEqual(expect.arrayContaining(["Area", "SG2", "SG20", "Both", "Reference"]));
    expect(body).toMatch(/<ol><li>.*to note the areas/);
    expect(body).toContain("Annex B: Participants");
  });

  it("does not exist before the report was begun, nor for a stranger", async () => {
    const missing = { code: "not_found" };
    await expect(reportDocument(series.cast.sg2CoChair, series.reference)).rejects.toMatchObject(missing);
    await startReport(series.cast.sg2CoChair, series.reference);
    await expect(reportDocument(series.cast.stranger, series.reference)).rejects.toMatchObject(missing);
  });
});
