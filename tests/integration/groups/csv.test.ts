import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "#lib/db/client";
import { readGroupsCsv } from "#lib/groups/csv";
import { exportGroups } from "#lib/groups/usecases/export-groups";
import { importGroups, previewImport } from "#lib/groups/usecases/import-groups";
import { emptyDatabase } from "../../support/clean.ts";
import { type JointSeriesFixture, makeJointSeries } from "../../support/joint-series.ts";

let series: JointSeriesFixture;
beforeEach(async () => {
  await emptyDatabase();
  series = await makeJointSeries();
});
afterAll(() => db.$disconnect());

const stored = () =>
  db.group.findMany({
    orderBy: { reference: "asc" },
    include: { lists: { orderBy: { address: "asc" } }, parent: true },
  });
const FILE = `reference;title;parent;lists;secretariat
SG2;Operational aspects;;SG2@lists.example.org other@lists.example.org;tsb@example.org
WP3/2;A new WP;SG2;;
Q9/2;"A ""new"" Question; with marks";WP3/2;;`;

describe("importing groups", () => {
  it("shows what would be added and changed, then does it in one go, and it is written down", async () => {
    const { administrator } = series.cast;
    const before = await stored();
    const preview = await previewImport(administrator, FILE);
    expect(preview.errors).toEqual([]);
    expect(preview.added.map(({ reference, title, parent }) => [reference, title, parent])).toEqual([
      ["WP3/2", "A new WP", "SG2"],
      ["Q9/2", 'A "new" Question; with marks', "WP3/2"],
    ]);
    expect(
      preview.changed.map(({ group, fields }) => [group.reference, fields.map(({ field }) => field)]),
    ).toEqual([["SG2", ["title", "lists", "secretariat"]]]);
    expect(await stored()).toEqual(before);

    await importGroups(administrator, FILE, preview.fingerprint);
    const after = await stored();
    const sg2 = after.find(({ reference }) => reference === "SG2");
    expect(sg2).toMatchObject({
      title: "Operational aspects",
      secretariatEmail: "tsb@example.org",
      version: 2,
    });
    expect(sg2?.lists.map(({ address }) => address)).toEqual([
      "other@lists.example.org",
      "sg2@lists.example.org",
    ]);
    expect(after.find(({ reference }) => reference === "Q9/2")?.parent?.reference).toBe("WP3/2");
    expect(await db.auditEntry.findMany()).toMatchObject([
      { action: "groupsImport", after: { added: ["WP3/2", "Q9/2"], count: 3 } },
    ]);
  });

  it("changes nothing the second time", async () => {
    const { administrator } = series.cast;
    await importGroups(administrator, FILE, (await previewImport(administrator, FILE)).fingerprint);
    const before = await stored();
    const again = await previewImport(administrator, FILE);
    expect([again.added, again.changed, again.unchanged]).toEqual([[], [], 3]);
    await importGroups(administrator, FILE, again.fingerprint);
    expect([await stored(), await db.auditEntry.count()]).toEqual([before, 1]);
  });

  it("stores nothing while one line is wrong, whatever the fingerprint", async () => {
    const { administrator } = series.cast;
    const before = await stored();
    const file = `${FILE}\nGroup 7;;;;`;
    const preview = await previewImport(administrator, file);
    expect(preview.errors.map(({ line, words }) => [line, words.key])).toEqual([
      [5, "groups.import.noReference"],
    ]);
    await expect(importGroups(administrator, file, preview.fingerprint)).rejects.toMatchObject({
      words: { key: "groups.import.hasErrors" },
    });
    expect(await stored()).toEqual(before);
  });

  it("stores nothing when the groups changed since the preview", async () => {
    const { administrator } = series.cast;
    const { fingerprint } = await previewImport(administrator, FILE);
    await db.group.update({ where: { id: series.sg2 }, data: { title: "Meanwhile" } });
    await expect(importGroups(administrator, FILE, fingerprint)).rejects.toMatchObject({
      words: { key: "groups.import.changed" },
    });
    expect(await db.group.count({ where: { reference: "WP3/2" } })).toBe(0);
  });

  it("imports once when two confirm the same preview at the same moment", async () => {
    const { administrator } = series.cast;
    const { fingerprint } = await previewImport(administrator, FILE);
    const imports = await Promise.allSettled(
      [1, 2, 3].map(() => importGroups(administrator, FILE, fingerprint)),
    );
    expect(imports.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect([await db.group.count({ where: { reference: "WP3/2" } }), await db.auditEntry.count()]).toEqual([
      1, 1,
    ]);
  });

  it("lets a secretariat import its own Study Group and tells it which lines are another's", async () => {
    const { sg2Secretariat } = series.cast;
    const file = "reference,title\nQ1/2,Ours\nSG20,Theirs\nSG5,New";
    const { errors } = await previewImport(sg2Secretariat, file);
    expect(errors.map(({ line, words }) => [line, words.key])).toEqual([
      [3, "groups.import.notYours"],
      [4, "groups.import.notYours"],
    ]);
    const ours = "reference,title\nQ1/2,Ours";
    await importGroups(sg2Secretariat, ours, (await previewImport(sg2Secretariat, ours)).fingerprint);
    expect((await stored()).find(({ reference }) => reference === "Q1/2")?.title).toBe("Ours");
  });

  it("is closed to everybody else", async () => {
    for (const actor of [series.cast.sg2Chair, series.cast.sg2CoChair, series.cast.stranger]) {
      await expect(previewImport(actor, FILE)).rejects.toMatchObject({ code: "forbidden" });
      await expect(importGroups(actor, FILE, "")).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});

describe("the exported file", () => {
  it("brings every group back as it is, also through a spreadsheet's formulas", async () => {
    const { administrator } = series.cast;
    const titles = [
      '=HYPERLINK("http://evil.example")',
      "+1",
      "-1",
      "@SUM(1)",
      "'=quoted",
      'A "title", with; marks',
    ];
    const ids = (await stored()).map(({ id }) => id);
    for (const [at, title] of titles.entries())
      await db.group.update({ where: { id: ids[at] ?? "" }, data: { title } });
    const csv = await exportGroups(series.cast.stranger);
    expect(csv.startsWith("\uFEFFreference,title,parent,lists,secretariat\r\n")).toBe(true);
    for (const cell of csv.split(/[,\r\n]+/)) expect(cell).not.toMatch(/^"?[=+\-@]/);
    const preview = await previewImport(administrator, csv);
    expect([preview.errors, preview.added, preview.changed, preview.unchanged]).toEqual([
      [],
      [],
      [],
      ids.length,
    ]);
  });

  it("names the groups from TSAG down, with parents, lists and secretariats", async () => {
    const lines = (await exportGroups(series.cast.stranger)).trim().split("\r\n").slice(1);
    expect(lines).toEqual([
      "TSAG,,,,tsb.tsag@example.org",
      "SG2,,,sg2@lists.example.org,tsb.sg2@example.org",
      "SG20,,,sg20@lists.example.org,tsb.sg20@example.org",
      "WP1/2,,SG2,,",
      "WP2/20,,SG20,,",
      "Q1/2,,WP1/2,,",
      "Q6/20,,WP2/20,,",
    ]);
  });
});

describe("reading a file", () => {
  it.each([
    ["comma", "reference,title\r\nSG2,T\r\n"],
    ["semicolon", "reference;title\nSG2;T"],
    ["tab", "reference\ttitle\nSG2\tT\n\n"],
    ["a mark at its start", "\uFEFFreference,title\nSG2,T"],
    ["names in capitals, other order", "Title, Reference\nT, SG2"],
  ])("takes %s", (_case, text) => {
    expect(readGroupsCsv(text)).toEqual({ rows: [{ line: 2, reference: "SG2", title: "T" }], errors: [] });
  });

  it.each([
    ["nothing", "", [[1, "csv.head"]]],
    ["no name for the reference", "title\nT", [[1, "csv.head"]]],
    ["a name twice", "reference,title,title\nSG2,a,b", [[1, "csv.head"]]],
    ["a name that is none", "reference,chair\nSG2,x", [[1, "csv.strange"]]],
    ["too few cells", "reference,title\nSG2,T\nSG3", [[3, "csv.cells"]]],
    ["too many cells", "reference,title\nSG2,T,x", [[2, "csv.cells"]]],
    ["an empty reference", "reference,title\n,T", [[2, "groups.import.badCell"]]],
    ["a line break in a title", 'reference,title\nSG2,"a\nb"', [[3, "groups.import.badCell"]]],
    ["a NUL", "reference,title\nSG2,a\u0000b", [[2, "groups.import.badCell"]]],
    [
      "a title of 100,000 characters",
      `reference,title\nSG2,${"x".repeat(100_000)}`,
      [[2, "groups.import.tooLong"]],
    ],
    ["a list that is no address", "reference,lists\nSG2,reflector", [[2, "groups.import.address"]]],
    ["a secretariat that is no address", "reference,secretariat\nSG2,tsb", [[2, "groups.import.address"]]],
    ["a quotation mark that never ends", 'reference,title\nSG2,"T\nSG3,x', [[3, "csv.quotes"]]],
    ["more than 2,000 lines", `reference\n${"SG2\n".repeat(2_001)}`, [[2_001, "csv.tooMany"]]],
  ])("says which line has %s", (_case, text, expected) => {
    const { rows, errors } = readGroupsCsv(text);
    expect(errors.map(({ line, words }) => [line, words.key])).toEqual(expected);
    expect(rows.some(({ title }) => title === "x")).toBe(false);
  });

  it("takes titles in any script, and emoji", () => {
    const { rows } = readGroupsCsv("reference,title\nQ1/2,الترقيم 编号 🙂");
    expect(rows).toEqual([{ line: 2, reference: "Q1/2", title: "الترقيم 编号 🙂" }]);
  });
});
