import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { agendaDocument } from "#lib/agendas/usecases/agenda-document";
import { saveAgenda } from "#lib/agendas/usecases/save-agenda";
import { db } from "#lib/db/client";
import { emptyDatabase } from "../../support/clean.ts";
import { type JointSeriesFixture, makeJointSeries } from "../../support/joint-series.ts";
import { makeMeeting } from "../../support/meeting.ts";
import { bodyOf, partsOf, readWord } from "../../support/word-file.ts";

let series: JointSeriesFixture;
beforeEach(async () => {
  await emptyDatabase();
  series = await makeJointSeries("running");
  await makeMeeting(series.id, { joiningLink: "https://meet.example.org/secret" });
});
afterAll(() => db.$disconnect());

const key = () => ({ reference: series.reference, sequence: 1 });
const item = (title: string, minutes: number, more = {}) => ({
  ...{ id: null, title, owner: "", minutes, documents: [], expectedOutcome: "", duty: null },
  ...more,
});

describe("agendaDocument", () => {
  it("has ITU's header with both sides, and each item with its time in Geneva", async () => {
    const first = item("Roll call", 15, {
      owner: "Both",
      documents: ["SG2-C75"],
      expectedOutcome: "All known",
    });
    await saveAgenda(series.cast.sg2CoChair, {
      ...key(),
      version: 0,
      items: [first, item("خط الفصل 😀", 60)],
    });
    const file = await agendaDocument(series.cast.sg20Delegate, key());
    expect(file.name).toBe("T25-SG2-SG20-270301-Agenda-1.docx");

    const lines = (await readWord(file.content)).split(/\n+/);
    const heading = ["STUDY GROUP 2", "STUDY GROUP 20", "Q1/2, Q6/20", "Virtual, 1 March 2027", "AGENDA"];
    expect(lines).toEqual(expect.arrayContaining(heading));
    expect(lines).toContain("Agenda of joint meeting 1 of 3 (Q1/2, Q6/20): IoT identification and NNAI");
    expect(lines).toEqual(expect.arrayContaining(["Paul First", "WP1/2 Chair, Example", "Jun Second"]));
    expect(lines).toContain("Meeting: Mon 1 March 2027 · 13:00-15:00 Geneva · 12:00-14:00 UTC (1 March)");
    const table = lines.slice(lines.indexOf("No."));
    expect(table).toEqual([
      ...["No.", "Geneva time", "Item", "Led by", "Documents"],
      ...["1", "13:00-13:15", "Roll call", "Expected outcome: All known", "Both", "SG2-C75"],
      ...["2", "13:15-14:15", "خط الفصل 😀"],
      ...["____________________", ""],
    ]);
  });

  it("says in words when the items need more time than there is", async () => {
    await saveAgenda(series.cast.sg2CoChair, { ...key(), version: 0, items: [item("Long", 121)] });
    const { content } = await agendaDocument(series.cast.sg2CoChair, key());
    expect(await readWord(content)).toContain("The items need 1 minute more than the meeting has.");
  });

  it("holds neither the joining link nor anybody's e-mail address", async () => {
    const { content } = await agendaDocument(series.cast.sg2CoChair, key());
    const everything = Object.values(partsOf(content)).join("");
    expect(everything).toContain("Paul First");
    expect(everything).not.toMatch(/secret|@example\.org/);
  });

  it("shows the usual items while nobody has saved an agenda", async () => {
    const { content } = await agendaDocument(series.cast.sg2CoChair, key());
    expect(bodyOf(content).match(/<w:tr>/g)?.length).toBeGreaterThanOrEqual(10);
    expect(await db.agenda.count()).toBe(0);
  });

  it("is not for strangers", async () => {
    await expect(agendaDocument(series.cast.stranger, key())).rejects.toMatchObject({ code: "not_found" });
  });
});
