import { readFileSync } from "node:fs";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "#lib/db/client";
import { recordLetterSchema } from "#lib/liaison/schema";
import { listLetters } from "#lib/liaison/usecases/list-letters";
import { listSeriesLetters } from "#lib/liaison/usecases/list-series-letters";
import { recordLetter } from "#lib/liaison/usecases/record-letter";
import { reviewLetter } from "#lib/liaison/usecases/review-letter";
import { showLetter } from "#lib/liaison/usecases/show-letter";
import { proposeSeriesFormSchema } from "#lib/series/schema";
import { emptyDatabase } from "../../support/clean.ts";
import { type JointSeriesFixture, makeJointSeries } from "../../support/joint-series.ts";

const TEXT = readFileSync("tests/unit/liaison/fixtures/letters/01-no-header-three-meetings.txt", "utf8");
const NOW = new Date("2027-01-15T09:00:00Z");

let series: JointSeriesFixture;
beforeEach(async () => {
  await emptyDatabase();
  series = await makeJointSeries();
});
afterAll(() => db.$disconnect());

/** The form as it comes back, with what only a person can add. */
async function filledForm(more: Record<string, string> = {}): Promise<Record<string, string>> {
  const { text, form } = await reviewLetter(series.cast.sg2CoChair, { text: TEXT }, NOW);
  return {
    ...form.values,
    ...{ text, fileName: "", "letter.number": "SG2-LS12", "letter.title": "LS/o/r on joint meetings" },
    ...{ "letter.sentOn": "2027-01-14", "letter.receivedOn": "", "mandate.text": "" },
    ...{ "sides.0.coChair.email": "paul.first@example.org", "sides.1.coChair.email": "jin.ho@example.org" },
    ...more,
  };
}

async function record(actor = series.cast.sg2CoChair, more: Record<string, string> = {}, proposes = true) {
  const form = await filledForm(more);
  const input = recordLetterSchema.parse(form);
  return recordLetter(actor, { input, series: proposes ? proposeSeriesFormSchema.parse(form) : null }, NOW);
}

describe("reviewLetter", () => {
  it("fills the form, shows people of the co-chairs' names without their addresses, and stores nothing", async () => {
    await db.person.create({
      data: { name: "Paul Wright", email: "pw@example.org", entity: "Example Numbering" },
    });
    const review = await reviewLetter(
      series.cast.sg2Secretariat,
      { text: TEXT.replaceAll("\n", "\r\n") },
      NOW,
    );
    expect(review.namesakes).toEqual([{ name: "Paul Wright", entity: "Example Numbering" }]);
    expect(JSON.stringify(review)).not.toContain("pw@example.org");
    for (const { text, offset } of review.form.quotes)
      expect(review.text.slice(offset, offset + text.length)).toBe(text);
    expect(await db.liaisonStatement.count()).toBe(0);
  });

  it("refuses delegates and strangers, and texts that are no letters", async () => {
    for (const actor of [series.cast.sg2Delegate, series.cast.stranger]) {
      await expect(reviewLetter(actor, { text: TEXT }, NOW)).rejects.toMatchObject({ code: "forbidden" });
    }
    for (const text of ["", "A poem.", "\0".repeat(100), "😀".repeat(100_000), "مرحبا"]) {
      await expect(reviewLetter(series.cast.sg2CoChair, { text }, NOW)).rejects.toMatchObject({
        code: "invalid",
      });
    }
  });
});

describe("recordLetter", () => {
  it("keeps every field and the letter's own words, and proposes the series it is linked to", async () => {
    const { letterId, series: reference } = await record();
    const row = await db.liaisonStatement.findUniqueOrThrow({
      where: { id: letterId },
      include: { series: true },
    });
    expect(row).toMatchObject({
      direction: "o",
      isReply: true,
      number: "SG2-LS12",
      title: "LS/o/r on joint meetings",
      fromGroups: ["SG2"],
      destinations: [{ group: "SG20", purpose: null }],
      questions: ["Q1/2", "Q6/20"],
      deadline: null,
      approval: { level: null, body: "SG20", method: "correspondence", date: null },
      contacts: [],
      text: TEXT.trim() === "" ? "" : TEXT,
      fileName: null,
      sentOn: new Date("2027-01-14"),
      receivedOn: null,
      createdById: series.cast.sg2CoChair.id,
      createdAt: NOW,
      parsed: { proposal: { meetings: 3, mandate: "39A1/1" } },
    });
    expect(row.series).toMatchObject({
      reference,
      state: "proposed",
      meetingCount: 3,
      mandateReference: "39A1/1",
      targetMonth: "2027-05",
    });
    const members = await db.seriesMember.findMany({
      where: { seriesId: row.seriesId ?? "" },
      include: { person: true },
    });
    expect(members.map(({ office, person }) => [person.email, office]).sort()).toEqual([
      ["jin.ho@example.org", "WP2/20 Chair"],
      ["paul.first@example.org", "WP1/2 Chair"],
    ]);
  });

  it("writes both acts into the trail, without an address", async () => {
    const { letterId } = await record();
    const acts = await db.auditEntry.findMany({
      where: { action: { in: ["letterRecord", "seriesPropose"] } },
    });
    expect(acts.map(({ action }) => action).sort()).toEqual(["letterRecord", "seriesPropose"]);
    expect(acts.find(({ action }) => action === "letterRecord")).toMatchObject({
      subjectType: "letter",
      subjectId: letterId,
    });
    expect(JSON.stringify(acts)).not.toContain("@");
  });

  it("keeps a letter alone when no series is wanted", async () => {
    expect(await record(series.cast.sg20Secretariat, {}, false)).toMatchObject({ series: null });
    expect(await db.jointSeries.count()).toBe(1);
  });

  it("keeps neither letter nor series when a group is unknown", async () => {
    await expect(record(series.cast.sg2CoChair, { "sides.1.group": "SG77" })).rejects.toMatchObject({
      code: "invalid",
      fields: { "sides.1.group": expect.any(Array) },
    });
    expect(await db.liaisonStatement.count()).toBe(0);
    expect(await db.jointSeries.count()).toBe(1);
  });

  it("refuses who records no letters and stores nothing", async () => {
    for (const actor of [series.cast.sg2Delegate, series.cast.stranger]) {
      await expect(record(actor, {}, false)).rejects.toMatchObject({ code: "forbidden" });
    }
    expect(await db.liaisonStatement.count()).toBe(0);
  });

  it("takes zero bytes and emoji in the text and a hundred thousand characters", async () => {
    const text = `${TEXT}\0😀 مرحبا ${"x".repeat(100_000)}`;
    const { letterId } = await record(series.cast.sg2CoChair, { text }, false);
    const letter = await showLetter(series.cast.sg2CoChair, letterId);
    expect(letter.text).toBe(text.replace("\0", " "));
  });
});

describe("recordLetterSchema", () => {
  it("refuses line breaks and zero bytes in one-line fields, impossible days and texts without end", async () => {
    const form = await filledForm();
    for (const [name, value] of [
      ["letter.title", "a\r\nBcc: b@example.org"],
      ["letter.number", "a\0"],
      ["letter.title", ""],
      ["letter.from", " , "],
      ["letter.deadline", "2027-02-30"],
      ["letter.title", "x".repeat(501)],
      ["text", "x".repeat(1_000_001)],
    ] as const) {
      const parsed = recordLetterSchema.safeParse({ ...form, [name]: value });
      expect(
        parsed.error?.issues.map(({ path }) => path.join(".")),
        `${name}=${value.slice(0, 20)}`,
      ).toEqual([name]);
    }
  });
});

describe("the register", () => {
  it("shows a letter to both groups and the series, and to nobody else", async () => {
    const { letterId, series: reference } = await record();
    for (const actor of [series.cast.sg2Delegate, series.cast.sg20Chair, series.cast.administrator]) {
      expect((await listLetters(actor)).letters.map(({ id }) => id)).toEqual([letterId]);
      expect(await showLetter(actor, letterId)).toMatchObject({ id: letterId, series: { reference } });
    }
    expect(await listLetters(series.cast.stranger)).toEqual({ letters: [], mayRecord: false });
    for (const id of [letterId, "00000000-0000-7000-8000-000000000000", "no id"]) {
      await expect(showLetter(series.cast.stranger, id)).rejects.toMatchObject({ code: "not_found" });
    }
  });

  it("lists a series' letters to who sees the series", async () => {
    const { letterId, series: reference } = await record();
    const seen = await listSeriesLetters(series.cast.sg20Delegate, reference ?? "");
    expect(seen.letters.map(({ id }) => id)).toEqual([letterId]);
    expect((await listSeriesLetters(series.cast.sg20Delegate, series.reference)).letters).toEqual([]);
    await expect(listSeriesLetters(series.cast.stranger, reference ?? "")).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
