import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ownPath } from "#lib/kernel/own-path";

describe("ownPath", () => {
  it.each(["/", "/home", "/series/sg2-sg20?tab=dates#top", "/series/%C3%A9", "/answer/a_b-c"])(
    "keeps %s, which is ours",
    (path) => expect(ownPath(path, "/fallback")).toBe(path),
  );

  it.each([
    ["another host", "//evil.example/x"],
    ["another host, with a backslash", "/\\evil.example"],
    ["another host, after a tab that browsers drop", "/\t/evil.example"],
    ["a backslash further on", "/home\\evil"],
    ["another host behind dots", "/..//evil.example"],
    ["a whole address", "https://evil.example/"],
    ["a script", "javascript:alert(1)"],
    ["no path", "home"],
    ["a line break", "/home\r\nSet-Cookie: a=b"],
    ["nothing", ""],
    ["a path of more than 500 characters", `/${"a".repeat(500)}`],
    ["no text at all", undefined],
  ])("gives the fallback for %s", (_case, text) => expect(ownPath(text, "/fallback")).toBe("/fallback"));

  it("keeps a path of exactly 500 characters", () => {
    const path = `/${"a".repeat(499)}`;
    expect(ownPath(path, "/fallback")).toBe(path);
  });

  it("never leaves the host a browser is on, whatever it is given", () => {
    const piece = fc.constantFrom("/", "\\", ".", "..", "%2f", "@", ":", "?", "#", "evil.example", "\t", "a");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const path = ownPath(`/${pieces.join("")}`, "/fallback");
        expect(new URL(path, "https://ours.example").origin).toBe("https://ours.example");
      }),
    );
  });
});
