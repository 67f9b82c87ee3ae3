import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAppError } from "#lib/kernel/errors";
import type { ParsedLetter } from "#lib/liaison/domain/letter";
import { parseLetter } from "#lib/liaison/domain/parse-letter";

const FIXTURES = path.resolve("tests/unit/liaison/fixtures");
const TODAY = "2027-01-15";

function textsIn(folder: string): { name: string; text: string }[] {
  const at = path.join(FIXTURES, folder);
  return readdirSync(at)
    .filter((name) => name.endsWith(".txt"))
    .map((name) => ({ name, text: readFileSync(path.join(at, name), "utf8") }));
}

function expectQuotesToStand(text: string, { evidence }: ParsedLetter): void {
  for (const [field, quote] of Object.entries(evidence)) {
    expect(text.slice(quote.offset, quote.offset + quote.text.length), field).toBe(quote.text);
    expect(quote.text.length, field).toBeGreaterThan(0);
  }
}

/** Paths of everything in a value that is not empty, down to the single words and numbers. */
function filledPaths(value: unknown, at: string): string[] {
  if (value === null || value === "" || value === false) return [];
  if (Array.isArray(value)) return value.flatMap((one, index) => filledPaths(one, `${at}.${index}`));
  if (typeof value === "object")
    return Object.entries(value).flatMap(([name, one]) => filledPaths(one, at ? `${at}.${name}` : name));
  return [at];
}

const letters = textsIn("letters");

const TIME = { timeout: 60_000 };

describe("parseLetter", TIME, () => {
  it("has a corpus of at least twenty-five letters", () => {
    expect(letters.length).toBeGreaterThanOrEqual(25);
  });

  it.each(letters)("reads $name as written down beside it", ({ name, text }) => {
    const { evidence: _evidence, findings, ...fields } = parseLetter(text, TODAY);
    const found = findings.map(
      ({ rule, severity, message }) => `${rule} ${severity} ${message.key.split(".").at(-1)}`,
    );
    const expected: unknown = JSON.parse(
      readFileSync(path.join(FIXTURES, "letters", name.replace(".txt", ".json")), "utf8"),
    );
    expect({ ...fields, findings: found }).toEqual(expected);
  });

  it.each(letters)("quotes for every filled field of $name words that stand in the text", ({ text }) => {
    const letter = parseLetter(text, TODAY);
    const { evidence, findings: _findings, ...fields } = letter;
    expectQuotesToStand(text, letter);
    expect(filledPaths(fields, "").filter((field) => !(field in evidence))).toEqual([]);
  });

  it.each(textsIn("no-letters"))("says politely that $name is no liaison statement", ({ text }) => {
    expect(() => parseLetter(text, TODAY)).toThrowError(
      expect.objectContaining({
        name: "AppError",
        code: "invalid",
        words: expect.objectContaining({ key: expect.stringMatching(/^liaison\.refusal\./) }),
      }),
    );
  });

  it("refuses the empty text and a text longer than any letter", () => {
    expect(() => parseLetter("", TODAY)).toThrowError("liaison.refusal.empty");
    expect(() => parseLetter("a".repeat(1_000_001), TODAY)).toThrowError("liaison.refusal.tooLong");
  });

  it("says that a long annex was not read", () => {
    const [first] = letters;
    const { findings } = parseLetter((first?.text ?? "") + "Annex. ".repeat(20_000), TODAY);
    expect(findings[0]).toMatchObject({ rule: "L0", message: { key: "liaison.finding.cutOff" } });
  });

  it("quotes only words that stand in the text, whatever is cut and pasted together", () => {
    const pieces = letters.flatMap(({ text }) => text.match(/[^\n]+\n?|\n/g) ?? []);
    const piece = fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...pieces) },
      fc.string({ unit: "binary", maxLength: 40 }),
      fc.constantFrom("\0", "\r\n", "\t", " ", "😀", "\ud800", "İ", "ﬁ", "—", " "),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (chosen) => {
        const text = `LIAISON STATEMENT\nFor action to: SG20\n${chosen.join("")}`;
        const letter = parseLetter(text, TODAY);
        expectQuotesToStand(text, letter);
        expect(letter.to.length).toBeGreaterThan(0);
      }),
      { numRuns: 30 },
    );
  });

  it("either reads any bytes or refuses them, and nothing else", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 3_000 }), (text) => {
        try {
          expectQuotesToStand(text, parseLetter(text, TODAY));
        } catch (error) {
          if (!isAppError(error)) throw error;
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe("parseLetter on hostile text", TIME, () => {
  const start =
    "LIAISON STATEMENT\nThis liaison statement: SG2 would like to propose.\nFor action to: SG20\n";
  const repeats =
    "a|A| |\n|\t|\\||1|1/|1, |Q1, |Q1-30/2, |Qs.|SG2 |Study Groups 2, 3, |. |Title: x\n|Contact: a@b.c |a@|a.a-|Aa |" +
    "Mr Aa LEE (WP1/2 Chair) |co-chair Mr Aa BB |propose three joint meetings |30 June 2025 |30-|May |Action [|" +
    "output would be the |focus on the meeting |(|[to |\r\n|\0|this LS |SG2 thanks |reply by |prior to TSAG |" +
    "Title: Deadline:|مرحبا |😀|LS/|:|Contact: A\nB\nC\nd@e.fg\n|For action to: SG2, |Approval: SG2 5-14 February 2025\n";

  it.each(repeats.split(/(?<!\\)\|/).map((unit) => [JSON.stringify(unit), unit.replace("\\|", "|")]))(
    "reads nearly a million characters of %s in time",
    (_name, unit) => {
      const text = (start + unit.repeat(Math.ceil(900_000 / unit.length))).slice(0, 900_000);
      const before = process.cpuUsage();
      parseLetter(text, TODAY);
      const { user } = process.cpuUsage(before);
      // A pattern that backtracks needs minutes here. One that does not needs a few hundred milliseconds.
      expect(user / 1_000).toBeLessThan(4_000);
    },
  );
});
