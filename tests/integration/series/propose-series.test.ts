import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "#lib/db/client";
import { type ProposeSeriesInput, proposeSeriesSchema } from "#lib/series/schema";
import { proposeSeries } from "#lib/series/usecases/propose-series";
import { emptyDatabase } from "../../support/clean.ts";
import { type JointSeriesFixture, makeJointSeries } from "../../support/joint-series.ts";

const now = new Date("2027-01-05T22:30:00Z"); // 5 January in Geneva, 6 January in Kathmandu
const LETTER = "0192f0c1-2f5e-7c3e-8a55-3f0d7f3a4b11";

const input: ProposeSeriesInput = {
  title: "Naming of things",
  topic: "Demarcation line between naming and numbering",
  output: "Draft report to TSAG",
  mandate: { reference: "39A1/1", text: "Draw the line and report." },
  target: { group: "TSAG", month: "2027-05", opensOn: "2027-05-24" },
  meetingCount: 3,
  format: "virtual",
  sides: [
    {
      ...{ group: "SG2", questions: ["Q1/2", "WP1/2"] },
      coChair: { name: "Paul First", office: "WP1/2 Chair", email: "paul.first@example.org" },
    },
    {
      ...{ group: "SG20", questions: ["Q6/20"] },
      coChair: { name: "Lee New", office: "WP2/20 Chair", email: "lee.new@example.org" },
    },
  ],
  letterId: LETTER,
};

let fixture: JointSeriesFixture;
beforeEach(async () => {
  await emptyDatabase();
  fixture = await makeJointSeries();
});
afterAll(() => db.$disconnect());

const stored = async () => ({
  series: await db.jointSeries.count(),
  people: await db.person.count(),
  acts: await db.auditEntry.count(),
});

describe("proposeSeries", () => {
  it("stores the series, its sides and the co-chairs they put forward, and no consent", async () => {
    const reference = await proposeSeries(fixture.cast.sg2CoChair, input, now);

    expect(reference).toBe("sg2-sg20-naming-things");
    const row = await db.jointSeries.findUniqueOrThrow({
      where: { reference },
      include: {
        targetGroup: true,
        consents: true,
        sides: {
          include: { group: true, questions: { include: { group: true } } },
          orderBy: { letter: "asc" },
        },
        members: { include: { person: true, side: true }, orderBy: { person: { name: "desc" } } },
      },
    });
    expect(row).toMatchObject({
      title: "Naming of things",
      topic: "Demarcation line between naming and numbering",
      output: "Draft report to TSAG",
      state: "proposed",
      format: "virtual",
      meetingCount: 3,
      mandateReference: "39A1/1",
      mandateText: "Draw the line and report.",
      mandateStatus: "open",
      targetGroup: { reference: "TSAG" },
      targetMonth: "2027-05",
      targetOpensOn: new Date("2027-05-24"),
      createdById: fixture.cast.sg2CoChair.id,
      createdAt: now,
      version: 1,
      consents: [],
    });
    expect(
      row.sides.map(({ letter, group, questions }) => [
        letter,
        group.reference,
        questions.map((question) => question.group.reference).sort(),
      ]),
    ).toEqual([
      ["A", "SG2", ["Q1/2", "WP1/2"]],
      ["B", "SG20", ["Q6/20"]],
    ]);
    const part = { role: "co_chair", putForwardAt: now, welcomedAt: null, welcomedById: null, toDay: null };
    const fromDay = new Date("2027-01-05");
    expect(row.members).toMatchObject([
      { ...part, fromDay, office: "WP1/2 Chair", side: { letter: "A" }, person: { name: "Paul First" } },
      {
        ...{ ...part, fromDay, office: "WP2/20 Chair", side: { letter: "B" } },
        person: { name: "Lee New", email: "lee.new@example.org", entity: "", timeZone: "Europe/Zurich" },
      },
    ]);
  });

  it("writes into the trail who proposed what, without addresses", async () => {
    const reference = await proposeSeries(fixture.cast.sg2CoChair, input, now);
    const series = await db.jointSeries.findUniqueOrThrow({ where: { reference } });
    const acts = await db.auditEntry.findMany({ orderBy: { at: "asc" } });

    expect(acts.map(({ action, actorName, seriesId }) => [action, actorName, seriesId])).toEqual([
      ["personInvite", "Paul First", null],
      ["seriesPropose", "Paul First", series.id],
    ]);
    expect(acts[1]?.after).toMatchObject({ title: "Naming of things", letterId: LETTER });
    expect(JSON.stringify(acts)).not.toContain("@");
  });

  it("keeps the name of a person who is known under the address", async () => {
    const sides = input.sides.map((side) => ({
      ...side,
      coChair: side.coChair && { ...side.coChair, name: "X" },
    }));
    await proposeSeries(fixture.cast.sg2CoChair, { ...input, sides }, now);
    expect(await db.person.count({ where: { email: "paul.first@example.org", name: "Paul First" } })).toBe(1);
  });

  it("gives a second series of the same title a reference of its own, also at the same time", async () => {
    const { sg2CoChair, sg20Secretariat } = fixture.cast;
    const references = await Promise.all([
      proposeSeries(sg2CoChair, input, now),
      proposeSeries(sg20Secretariat, input, now),
      proposeSeries(sg2CoChair, input, now),
    ]);
    expect(references.sort()).toEqual([
      ...["sg2-sg20-naming-things", "sg2-sg20-naming-things-2", "sg2-sg20-naming-things-3"],
    ]);
    expect(await db.person.count({ where: { email: "lee.new@example.org" } })).toBe(1);
  });

  it.each(["sg2Delegate", "stranger"] as const)("refuses a %s, and stores nothing", async (who) => {
    const before = await stored();
    await expect(proposeSeries(fixture.cast[who], input, now)).rejects.toMatchObject({ code: "forbidden" });
    expect(await stored()).toEqual(before);
  });

  it("refuses groups that do not exist beside their field, and stores nothing", async () => {
    const before = await stored();
    const sides = input.sides.map((side) => ({ ...side, questions: ["Q99/2"] }));
    await expect(proposeSeries(fixture.cast.sg2CoChair, { ...input, sides }, now)).rejects.toMatchObject({
      code: "invalid",
      fields: { "sides.0.questions": [{ key: "series.problem.unknownGroup" }], "sides.1.questions": [{}] },
    });
    expect(await stored()).toEqual(before);
  });
});

describe("proposeSeriesSchema", () => {
  it("takes emoji and Arabic as they were written", () => {
    const title = "اجتماع مشترك 🙂";
    expect(proposeSeriesSchema.parse({ ...input, title }).title).toBe(title);
  });

  it.each([
    ["a title of 100,000 characters", { title: "x".repeat(100_000) }, "field.tooLong"],
    ["a line break in the title", { title: "a\r\nBcc: b" }, "field.noLineBreaks"],
    ["a NUL byte in the title", { title: "a\0b" }, "field.noLineBreaks"],
    ["a NUL byte in the topic", { topic: "a\0b" }, "field.noControl"],
    ["no title", { title: "  " }, "field.required"],
    ["a month that does not exist", { target: { ...input.target, month: "2027-13" } }, "field.month"],
    ["a day that does not exist", { target: { ...input.target, opensOn: "2027-02-30" } }, "field.day"],
    ["no meeting at all", { meetingCount: 0 }, "field.invalid"],
    ["one side only", { sides: input.sides.slice(0, 1) }, "field.required"],
  ])("refuses %s", (_what, wrong, message) => {
    const parsed = proposeSeriesSchema.safeParse({ ...input, ...wrong });
    expect(parsed.error?.issues[0]?.message).toBe(message);
  });
});
