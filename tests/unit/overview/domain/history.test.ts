import { expect, it } from "vitest";
import { changesOf, valuesOf } from "#lib/overview/domain/history";

it("gives one line for each value that changed, with its path", () => {
  const before = { title: "A", topic: "same", target: { group: "TSAG", opensOn: null } };
  const after = { title: "B", topic: "same", target: { group: "TSAG", opensOn: "2027-05-24" } };
  expect(changesOf({ before, after })).toEqual([
    { name: "title", before: ["A"], after: ["B"] },
    { name: "target.opensOn", before: [], after: ["2027-05-24"] },
  ]);
});

it("keeps plain lists together and walks into lists of things", () => {
  const after = { questions: ["Q1/2", "Q6/20"], sides: [{ group: "SG2" }], none: [] };
  expect(changesOf({ before: null, after })).toEqual([
    { name: "questions", before: [], after: ["Q1/2", "Q6/20"] },
    { name: "sides.0.group", before: [], after: ["SG2"] },
  ]);
});

it("shows what was removed, and false and zero as values", () => {
  expect(changesOf({ before: { link: "x", count: 0 }, after: { link: "", done: false } })).toEqual([
    { name: "link", before: ["x"], after: [] },
    { name: "count", before: ["0"], after: [] },
    { name: "done", before: [], after: ["false"] },
  ]);
});

it("leaves ids out, alone and in lists", () => {
  const id = "01a20598-383d-710e-adeb-5bc9f0a75162";
  expect(changesOf({ before: { letterId: id }, after: { slots: [id], title: "B" } })).toEqual([
    { name: "title", before: [], after: ["B"] },
  ]);
});

it.each([null, undefined, "", {}, []])("finds nothing in %j", (nothing) => {
  expect(changesOf({ before: nothing, after: nothing })).toEqual([]);
});

it("gives a sentence the plain values alone, the later ones first", () => {
  expect(
    valuesOf({ before: { number: 1, side: "SG2" }, after: { number: 2, target: { group: "TSAG" } } }),
  ).toEqual({
    ...{ number: 2, side: "SG2" },
  });
  expect(valuesOf({ before: null, after: "text" })).toEqual({});
});
