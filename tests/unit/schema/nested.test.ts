import { expect, it } from "vitest";
import { isBlank, nested } from "#lib/schema/nested";

it("makes a tree of the paths, with lists where a step is a number", () => {
  const form = {
    title: "T",
    "target.group": "TSAG",
    "sides.0.group": "SG2",
    "sides.1.coChair.name": "Jun",
    ids: ["a"],
  };
  expect(nested(form)).toEqual({
    title: "T",
    target: { group: "TSAG" },
    sides: [{ group: "SG2" }, { coChair: { name: "Jun" } }],
    ids: ["a"],
  });
});

it.each([
  "__proto__.polluted",
  "constructor.prototype.polluted",
  "a.__proto__.polluted",
  "A",
  "a..b",
  "a.b.c.d.e.f",
])("writes nothing but plain properties for the name %s", (name) => {
  nested({ [name]: "yes" });
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

it("does not make endless lists", () => {
  expect(nested({ "sides.0.group": "SG2", "sides.99999999.group": "x" })).toEqual({
    sides: [{ group: "SG2" }],
  });
});

it("gives back what is no form", () => {
  expect([nested(null), nested("text")]).toEqual([null, "text"]);
});

it("knows when nothing was filled in", () => {
  expect([isBlank({ name: " ", email: "", more: { deep: "" } }), isBlank({ name: "x" })]).toEqual([
    true,
    false,
  ]);
  expect([isBlank(""), isBlank(undefined), isBlank("0")]).toEqual([true, true, false]);
});
