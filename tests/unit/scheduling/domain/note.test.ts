import { describe, expect, it } from "vitest";
import { notesClash, settleNote } from "#lib/scheduling/domain/note";

describe("a note", () => {
  it("clashes only when it was changed here and elsewhere, to different texts", () => {
    expect(notesClash({ typed: "Evenings", from: "", saved: "Mornings" })).toBe(true);
    expect(notesClash({ typed: "Evenings", from: "Mornings", saved: "Mornings" })).toBe(false);
    expect(notesClash({ typed: " Mornings\n", from: "", saved: "Mornings" })).toBe(false);
    expect(notesClash({ typed: "", from: "\n", saved: "Mornings" })).toBe(false);
    expect(notesClash({ typed: "", from: "Evenings", saved: "Mornings" })).toBe(true);
  });

  it("follows what was saved until something else is typed", () => {
    expect(settleNote({ typed: "", from: "", saved: "Mornings" })).toBe("Mornings");
    expect(settleNote({ typed: "Evenings", from: "", saved: "Mornings" })).toBe("Evenings");
  });
});
