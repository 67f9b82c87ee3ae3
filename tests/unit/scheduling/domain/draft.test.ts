import fc from "fast-check";
import { expect, it } from "vitest";
import { compareSlots, readDraft, writeDraft } from "#lib/scheduling/domain/draft";

const draft = {
  version: 3,
  seen: ["a", "b"],
  at: 17,
  changes: { a: "yes", b: null },
  note: "Later",
  noteFrom: "Before",
} as const;
const slot = (id: string) => ({ id, startsAt: 0, lengthMinutes: 60 });

it("reads what it wrote", () => {
  expect(readDraft(writeDraft(draft))).toEqual(draft);
  expect(readDraft(writeDraft({ ...draft, note: null }))).toEqual({ ...draft, note: null });
});

it("leaves out what is no answer, and takes nothing for a draft that is none", () => {
  const held = { ...draft, changes: { a: "yes", b: "maybe", c: 1 } };
  expect(readDraft(JSON.stringify(held))?.changes).toEqual({ a: "yes" });
  for (const text of [null, "", "{", "[]", "null", "7", '{"version":"1"}'])
    expect(readDraft(text)).toBeNull();
});

it("never fails, whatever the browser holds", () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void readDraft(text)));
});

it("tells the slots that came and those that went since they were seen", () => {
  const [a, b, c] = [slot("a"), slot("b"), slot("c")];
  expect(compareSlots(["a", "b"], [b, c], [a])).toEqual({ added: [c], gone: [a] });
  expect(compareSlots(["b", "c"], [b, c], [a])).toEqual({ added: [], gone: [] });
});
