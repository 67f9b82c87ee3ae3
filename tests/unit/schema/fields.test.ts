import { describe, expect, it } from "vitest";
import { clock, day, email, line, optionalLine, text, timeZone, timeZoneAsWritten } from "#lib/schema/fields";

const accepts = (schema: { safeParse(value: unknown): { success: boolean } }, value: unknown) =>
  schema.safeParse(value).success;

describe("fields", () => {
  it("keeps line breaks and control characters out of what becomes a header", () => {
    expect(accepts(line(100), "Réunion 会議 اجتماع 🙂")).toBe(true);
    for (const hostile of ["a\r\nBcc: x", "a\nb", "a\rb", "a\u0000b", "a\u2028b", "a\u0085b"]) {
      expect(accepts(line(100), hostile)).toBe(false);
      expect(accepts(optionalLine(100), hostile)).toBe(false);
    }
  });

  it("refuses an empty line unless it is optional, and counts the limit inclusively", () => {
    expect(accepts(line(3), "   ")).toBe(false);
    expect(accepts(optionalLine(3), "")).toBe(true);
    expect(accepts(line(3), "abc")).toBe(true);
    expect(accepts(line(3), "abcd")).toBe(false);
  });

  it("takes text of many lines with line ends as LF, and refuses NUL", () => {
    expect(text(100).parse("a\r\nb\rc\n")).toBe("a\nb\nc");
    expect(accepts(text(100), "a\u0000b")).toBe(false);
    expect(accepts(text(100_000), "x".repeat(100_000))).toBe(true);
    expect(accepts(text(100_000), "x".repeat(100_001))).toBe(false);
  });

  it("takes days, clocks, zones and addresses only in their form", () => {
    expect([accepts(day(), "2026-02-28"), accepts(day(), "2026-02-30")]).toEqual([true, false]);
    expect([accepts(clock(), "23:59"), accepts(clock(), "24:00")]).toEqual([true, false]);
    expect([accepts(timeZone(), "Asia/Seoul"), accepts(timeZone(), "Asia/Soul")]).toEqual([true, false]);
    expect([timeZone().parse("asia/calcutta"), timeZoneAsWritten().parse("Asia/Calcutta")]).toEqual([
      ...["Asia/Kolkata", "Asia/Calcutta"],
    ]);
    expect(email().parse(" Ana@Example.ORG ")).toBe("ana@example.org");
    expect(accepts(email(), "ana@example.org\r\nBcc: x@example.org")).toBe(false);
  });
});
