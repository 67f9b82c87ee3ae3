import { describe, expect, it } from "vitest";
import type { Group } from "#lib/groups/domain/group";
import { type ImportRow, isParentOf, planImport } from "#lib/groups/domain/plan-import";
import { parseReference, type Reference } from "#lib/groups/domain/reference";

const group = (reference: string, parentId: string | null, more: Partial<Group> = {}): Group => ({
  ...{ id: reference, studyPeriodId: "p", kind: "SG", reference, title: "", parentId },
  ...{ studyGroupId: "SG2", secretariatEmail: null, lists: [], version: 1, ...more },
});
const groups = [
  group("SG2", null, { title: "Old", lists: ["a@example.org"], secretariatEmail: "tsb@example.org" }),
  group("WP1/2", "SG2"),
  group("Q1/2", "WP1/2"),
];
const plan = (rows: Omit<ImportRow, "line">[], mayEdit = (_study: string) => true) =>
  planImport(
    rows.map((row, at) => ({ line: at + 2, ...row })),
    { groups, mayEdit },
  );
const problems = (rows: Omit<ImportRow, "line">[], mayEdit?: (study: string) => boolean) =>
  plan(rows, mayEdit).errors.map(({ line, words }) => [line, words.key]);

describe("planImport", () => {
  it("adds what is not there, parents before children, below their Study Group unless the file says otherwise", () => {
    const { added, changed, errors } = plan([
      { reference: "q3/5", parent: "WP1/5", title: "A Question" },
      { reference: "WP1/5" },
      {
        reference: "SG5",
        lists: ["b@example.org", "a@example.org", "b@example.org"],
        secretariat: "s@example.org",
      },
      { reference: "Q4/2" },
    ]);
    expect([changed, errors]).toEqual([[], []]);
    expect(added.map(({ reference, parent }) => [reference, parent])).toEqual([
      ["SG5", null],
      ["WP1/5", "SG5"],
      ["Q3/5", "WP1/5"],
      ["Q4/2", "SG2"],
    ]);
    expect(added[0]).toMatchObject({
      lists: ["a@example.org", "b@example.org"],
      secretariatEmail: "s@example.org",
    });
  });

  it("changes only the fields that the file has, and tells old from new", () => {
    const { changed, added, unchanged } = plan([
      { reference: "SG2", title: "New", lists: [] },
      { reference: "Q1/2", parent: "SG2" },
      { reference: "WP1/2", title: "" },
    ]);
    expect(changed.map(({ group, fields }) => [group.reference, fields])).toEqual([
      [
        "SG2",
        [
          { field: "title", before: "Old", after: "New" },
          { field: "lists", before: "a@example.org", after: "" },
        ],
      ],
      ["Q1/2", [{ field: "parent", before: "WP1/2", after: "SG2" }]],
    ]);
    expect(changed[0]?.group.secretariatEmail).toBe("tsb@example.org");
    expect([added, unchanged]).toEqual([[], 1]);
  });

  it("empties a field when its cell is empty", () => {
    const [change] = plan([{ reference: "SG2", secretariat: "" }]).changed;
    expect(change?.fields).toEqual([{ field: "secretariat", before: "tsb@example.org", after: "" }]);
    expect(change?.group.secretariatEmail).toBeNull();
  });

  it.each([
    ["a reference that is none", { reference: "Group 7" }, "groups.import.noReference"],
    ["a Study Group that nobody knows", { reference: "Q1/99" }, "groups.import.noStudyGroup"],
    [
      "a secretariat below a Study Group",
      { reference: "Q1/2", secretariat: "x@example.org" },
      "groups.import.secretariatBelow",
    ],
    ["a parent that nobody knows", { reference: "Q1/2", parent: "WP9/2" }, "groups.import.noParent"],
    ["a parent of another Study Group", { reference: "SG2", parent: "WP1/2" }, "groups.import.wrongParent"],
    ["a WP below a WP", { reference: "WP1/2", parent: "WP1/2" }, "groups.import.wrongParent"],
  ])("refuses %s, by line", (_case, row, key) => {
    expect(problems([{ reference: "SG2" }, row])).toEqual([[3, key]]);
  });

  it("refuses a group that the file names twice, and says where it was first", () => {
    const { errors } = plan([{ reference: "SG2" }, { reference: "WP1/2" }, { reference: "sg 2" }]);
    expect(errors).toEqual([
      { line: 4, words: { key: "groups.import.repeated", values: { reference: "SG2", line: "2" } } },
    ]);
  });

  it("refuses Study Groups that who imports may not edit, known or new", () => {
    const onlySg2 = (study: string) => study === "SG2";
    expect(problems([{ reference: "Q1/2" }, { reference: "SG5" }, { reference: "Q1/5" }], onlySg2)).toEqual([
      [3, "groups.import.notYours"],
      [4, "groups.import.notYours"],
    ]);
  });

  it("tells every wrong line, and plans the others", () => {
    const { errors, added } = plan([{ reference: "x" }, { reference: "Q7/2" }, { reference: "y" }]);
    expect([errors.map(({ line }) => line), added.length]).toEqual([[2, 4], 1]);
  });

  it("does nothing with a file without lines", () => {
    expect(plan([])).toEqual({ added: [], changed: [], unchanged: 0, errors: [] });
  });
});

describe("isParentOf", () => {
  const of = (text: string): Reference => {
    const reference = parseReference(text);
    if (!reference) throw new Error(text);
    return reference;
  };
  it.each([
    ["SG2", "WP1/2", true],
    ["SG2", "Q1/2", true],
    ["WP1/2", "Q1/2", true],
    ["TSAG", "WP1/TSAG", true],
    ["SG20", "WP1/2", false],
    ["WP1/20", "Q1/2", false],
    ["WP1/2", "WP2/2", false],
    ["Q1/2", "Q2/2", false],
    ["TSAG", "SG2", false],
  ])("says whether %s may stand above %s: %s", (parent, child, may) =>
    expect(isParentOf(of(parent), of(child))).toBe(may),
  );
});
