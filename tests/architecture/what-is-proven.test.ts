import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const PAGE = readFileSync("docs/what-is-proven.md", "utf8");

/** The titles of the tests of a file. */
function titlesIn(file: string): string[] {
  if (!existsSync(file)) return [];
  const titles = readFileSync(file, "utf8").matchAll(
    /\b(?:it|test)(?:\.\w+)*\(\s*(["`])((?:(?!\1)[^\\]|\\.)+)\1/g,
  );
  return [...titles].map(([, , title = ""]) => title);
}

it("every test that the page of proofs names exists, and every claim names one", () => {
  const rows = PAGE.split("\n").filter(
    (line) => line.startsWith("| ") && !/^\| (Liaise …|Promise) \|/.test(line),
  );
  const named = rows.map((row) => /`(tests\/[^`]+)`: "([^"]+)" \|$/.exec(row)?.slice(1) ?? [row, ""]);

  expect(rows.length).toBeGreaterThan(30);
  expect(named.filter(([file = "", title = ""]) => !titlesIn(file).includes(title))).toEqual([]);
});
