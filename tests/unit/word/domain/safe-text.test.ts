import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeLink, safeText } from "#lib/word/domain/safe-text";

describe("safeText", () => {
  it("drops what XML forbids and keeps tabs, line ends and every real letter", () => {
    expect(safeText("a\0b\u0001\u001fc\tD\nE é نص 😀 \u{10FFFD}")).toBe("abc\tD\nE é نص 😀 \u{10FFFD}");
  });

  it("turns every kind of line end into one", () => {
    expect(safeText("a\r\nb\rc\nd")).toBe("a\nb\nc\nd");
  });

  it("puts the replacement mark where half of a pair stood", () => {
    expect(safeText("a\ud800b\udc00")).toBe("a\ufffdb\ufffd");
  });

  it("gives well-formed XML text for any string, and changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const safe = safeText(text);
        expect(safe.isWellFormed()).toBe(true);
        expect(safe).not.toMatch(/[^\t\n\u0020-\ufffd\u{10000}-\u{10ffff}]/u);
        expect(safeText(safe)).toBe(safe);
      }),
    );
  });
});

describe("safeLink", () => {
  it.each(["http://example.org/", "https://example.org/a?b=1&c=2#d", "mailto:list@example.org"])(
    "lets %s through",
    (address) => expect(safeLink(address)).toBe(address),
  );

  it.each([
    "javascript:alert(1)",
    " java\nscript:alert(1)",
    "JAVASCRIPT:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "\\\\host\\share",
    "//example.org",
    "/series",
    "https://",
    "mailto:",
    "",
  ])("refuses %j", (address) => expect(safeLink(address)).toBeNull());
});
