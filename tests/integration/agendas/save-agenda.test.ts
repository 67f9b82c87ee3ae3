import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { type SaveAgendaInput, saveAgendaSchema } from "#lib/agendas/schema";
import { saveAgenda } from "#lib/agendas/usecases/save-agenda";
import { showAgenda } from "#lib/agendas/usecases/show-agenda";
import { db } from "#lib/db/client";
import { parseInput } from "#lib/web/action";
import { emptyDatabase } from "../../support/clean.ts";
import { type JointSeriesFixture, makeJointSeries } from "../../support/joint-series.ts";
import { makeMeeting } from "../../support/meeting.ts";

let series: JointSeriesFixture;
let meetingId: string;
beforeEach(async () => {
  await emptyDatabase();
  series = await makeJointSeries("running");
  meetingId = (await makeMeeting(series.id)).id;
});
afterAll(() => db.$disconnect());

const OPENING = {
  ...{ id: null, title: "Opening and roll call", owner: "Both co-chairs", minutes: 10 },
  ...{ documents: [], expectedOutcome: "", duty: "opening" as const },
};
const TOPIC = {
  ...{ id: null, title: "خط الفصل 😀", owner: "Q1/2", minutes: 45 },
  ...{ documents: ["SG2-C75", "TD9R1/PLEN"], expectedOutcome: "Agree\non the line", duty: null },
};
const input = (version: number, items: SaveAgendaInput["items"] = [OPENING, TOPIC]): SaveAgendaInput => ({
  ...{ reference: series.reference, sequence: 1, version, items },
});
const key = () => ({ reference: series.reference, sequence: 1 });
const agendaOf = async () => (await showAgenda(series.cast.sg2Delegate, key())).agenda;

describe("saveAgenda", () => {
  it("keeps every part of every item, in order, and says who saved it", async () => {
    await saveAgenda(series.cast.sg2CoChair, input(0));
    const { items, version, saved } = await agendaOf();
    expect(items.map(({ id: _id, ...item }) => item)).toEqual(
      [OPENING, TOPIC].map(({ id: _id, ...item }) => item),
    );
    expect(version).toBe(1);
    expect(saved?.by).toBe("Paul First");
  });

  it("keeps the id of an item through changes and moves, and never takes one from elsewhere", async () => {
    const { cast } = series;
    await makeMeeting(series.id, { sequence: 2 });
    await saveAgenda(cast.sg2CoChair, { ...input(0), sequence: 2 });
    await saveAgenda(cast.sg2CoChair, input(0));
    const foreign = (await showAgenda(cast.sg2CoChair, { ...key(), sequence: 2 })).agenda.items[0];
    const [opening, topic] = (await agendaOf()).items;
    if (!foreign || !opening || !topic) throw new Error("items were saved");

    const changed = { ...opening, title: "Opening" };
    await saveAgenda(cast.sg20CoChair, input(1, [topic, changed, { ...OPENING, id: foreign.id }]));
    const [first, second, third] = (await agendaOf()).items;
    expect([first?.id, second?.id]).toEqual([topic.id, opening.id]);
    expect(third?.id).not.toBe(foreign.id);
    expect(await db.agendaItem.count()).toBe(2 + 3);
  });

  it("writes into the trail who changed what from what to what", async () => {
    await saveAgenda(series.cast.sg2CoChair, input(0, [OPENING]));
    await saveAgenda(series.cast.sg20CoChair, input(1, [TOPIC]));
    const trail = await db.auditEntry.findMany({ orderBy: { at: "asc" } });
    const kept = ({ id: _id, duty: _duty, ...item }: typeof OPENING | typeof TOPIC) => item;
    expect(trail).toMatchObject([
      {
        ...{ action: "agendaSave", actorName: "Paul First", seriesId: series.id, before: null },
        after: { meeting: 1, items: [kept(OPENING)] },
      },
      {
        ...{ action: "agendaSave", actorName: "Jun Second", subjectType: "agenda" },
        before: { meeting: 1, items: [kept(OPENING)] },
        after: { meeting: 1, items: [kept(TOPIC)] },
      },
    ]);
  });

  it("refuses an agenda that saw an older one, and stores nothing of it", async () => {
    await saveAgenda(series.cast.sg2CoChair, input(0, [OPENING]));
    for (const stale of [0, 2, 99]) {
      const late = saveAgenda(series.cast.sg20CoChair, input(stale, [TOPIC]));
      await expect(late).rejects.toMatchObject({ code: "conflict", words: { key: "agendas.conflict" } });
    }
    expect((await agendaOf()).items.map(({ title }) => title)).toEqual([OPENING.title]);
    expect(await db.auditEntry.count()).toBe(1);
  });

  it.each([0, 1])("lets one of two people win who save version %i at once", async (version) => {
    const { cast } = series;
    if (version === 1) await saveAgenda(cast.sg2CoChair, input(0));
    const both = await Promise.allSettled([
      saveAgenda(cast.sg2CoChair, input(version, [OPENING])),
      saveAgenda(cast.sg20CoChair, input(version, [TOPIC])),
    ]);
    const refused = both.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(refused).toMatchObject([{ name: "AppError", code: "conflict" }]);
    const { items, version: saved } = await agendaOf();
    expect(saved).toBe(version + 1);
    expect(items).toHaveLength(1);
    expect(items[0]?.title).toBe(both[0].status === "fulfilled" ? OPENING.title : TOPIC.title);
  });

  it("is for the co-chairs only; to all others nothing is stored", async () => {
    const { sg2CoChair: _a, sg20CoChair: _b, stranger, ...others } = series.cast;
    for (const actor of Object.values(others)) {
      await expect(saveAgenda(actor, input(0))).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(saveAgenda(stranger, input(0))).rejects.toMatchObject({ code: "not_found" });
    expect(await db.agenda.count()).toBe(0);
    expect(await db.auditEntry.count()).toBe(0);
  });

  it("leaves the agenda of a meeting alone that was held", async () => {
    await db.meeting.update({ where: { id: meetingId }, data: { status: "held" } });
    const late = saveAgenda(series.cast.sg2CoChair, input(0));
    await expect(late).rejects.toMatchObject({ code: "conflict", words: { key: "agendas.meetingOver" } });
    expect(await db.agenda.count()).toBe(0);
  });

  it("knows no meeting that the series does not have", async () => {
    const lost = saveAgenda(series.cast.sg2CoChair, { ...input(0), sequence: 4 });
    await expect(lost).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("what a form may send", () => {
  const refusalOf = (item: object) => {
    const items = JSON.stringify([{ ...OPENING, ...item }]);
    try {
      parseInput(saveAgendaSchema, { reference: "r", sequence: "1", version: "0", items });
      return null;
    } catch (error) {
      return (error as { fields: Record<string, { key: string }[]> }).fields;
    }
  };

  it("is taken as it is when it fits", () => {
    expect(refusalOf({})).toBeNull();
    expect(refusalOf({ title: "خط 😀", expectedOutcome: "two\r\nlines" })).toBeNull();
  });

  it.each([
    [{ title: "" }, "items.0.title", "field.required"],
    [{ title: "x".repeat(100_000) }, "items.0.title", "field.tooLong"],
    [{ title: "a\r\nb" }, "items.0.title", "field.noLineBreaks"],
    [{ title: "a\0b" }, "items.0.title", "field.noLineBreaks"],
    [{ owner: "a\nb" }, "items.0.owner", "field.noLineBreaks"],
    [{ minutes: 0 }, "items.0.minutes", "agendas.minutesInvalid"],
    [{ minutes: 1.5 }, "items.0.minutes", "agendas.minutesInvalid"],
    [{ minutes: 481 }, "items.0.minutes", "agendas.minutesInvalid"],
    [{ minutes: null }, "items.0.minutes", "agendas.minutesInvalid"],
    [{ minutes: "5" }, "items.0.minutes", "agendas.minutesInvalid"],
    [{ documents: ["a\nb"] }, "items.0.documents.0", "field.noLineBreaks"],
    [{ documents: Array(21).fill("x") }, "items.0.documents", "agendas.tooManyDocuments"],
    [{ expectedOutcome: "a\0b" }, "items.0.expectedOutcome", "field.noControl"],
    [{ duty: "party" }, "items.0.duty", "field.invalid"],
    [{ id: "1" }, "items.0.id", "field.invalid"],
  ])("is refused with words for the field: %#", (item, field, key) => {
    expect(refusalOf(item)).toEqual({ [field]: [{ key }] });
  });

  it.each(["", "{", "null", "{}", "[]", '["x"]'])("must be a list of items: %j is refused", (items) => {
    const sent = { reference: "r", sequence: "1", version: "0", items };
    expect(() => parseInput(saveAgendaSchema, sent)).toThrow(/invalid/);
  });
});
