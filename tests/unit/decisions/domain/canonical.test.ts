import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, differences, type Json } from "#lib/decisions/domain/canonical";

describe("canonicalJson", () => {
  it("orders names by code unit at every depth and leaves out what is undefined", () => {
    expect(canonicalJson({ b: [{ z: 1, a: null }], a: "ä", é: true, B: undefined, "10": 1, "9": 2 })).toBe(
      '{"10":1,"9":2,"a":"ä","b":[{"a":null,"z":1}],"é":true}',
    );
  });

  it("writes the same text whatever order the names come in, and JSON reads the value back", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value as Json);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });
});

describe("differences", () => {
  it("names every place, and none when the values are the same", () => {
    const here = { best: [{ reach: 3, slots: ["a"] }], proof: "optimal" };
    expect(differences(here, { proof: "optimal", best: [{ slots: ["a"], reach: 3 }] })).toEqual([]);
    expect(differences(here, { best: [{ reach: 4, slots: ["a", "b"] }], proof: null })).toEqual([
      { path: "best[0].reach", here: 3, there: 4 },
      { path: "best[0].slots[1]", here: null, there: "b" },
      { path: "proof", here: "optimal", there: null },
    ]);
    expect(differences([], {}, "at")).toEqual([{ path: "at", here: [], there: {} }]);
  });
});
