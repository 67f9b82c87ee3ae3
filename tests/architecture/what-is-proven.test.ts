import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const PAGE = readFileSync("docs/what-is-proven.md", "utf8");

/** The titles of the tests of a file. */
function titlesIn(file: string): string[] {
  if (!existsSync(file)) return [];
  const titles = readFileSync(file, "utf8").matchAll(
    /\b(?:it|test)(?:\.\w+)*(?:\(\w+\))?\(\s*(["`])((?:(?!\1)[^\\]|\\.)+)\1/g,
  );
  return [...titles].map(([, , title = ""]) => title);
}

it("every test that the page of proofs names exists, and every claim names at least one", () => {
  const rows = PAGE.split("\n").filter(
    (line) => line.startsWith("| ") && !/^\| (Liaise …|Promise) \|/.test(line),
  );
  const namedIn = (row: string) =>
    [...row.matchAll(/`(tests\/[^`]+)`: "([^"]+)"(?=;| \|$)/g)].map(([, file = "", title = ""]) => ({
      file,
      title,
    }));

  expect(rows.length).toBeGreaterThan(30);
  expect(rows.filter((row) => namedIn(row).length === 0)).toEqual([]);
  expect(rows.flatMap(namedIn).filter(({ file, title }) => !titlesIn(file).includes(title))).toEqual([]);
});
