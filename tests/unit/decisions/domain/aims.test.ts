import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addressOf,
  addToLists,
  type Aims,
  MEASURES,
  moveUp,
  readAims,
  writeAims,
} from "#lib/decisions/domain/aims";

const usual: Aims = {
  ...{ order: MEASURES, minGapDays: 6, maxGapDays: null, maxPerWeek: 1, notBefore: "2027-01-15" },
  ...{ notAfter: "2027-05-01", quorum: { A: 3, B: 3 }, reachOf: 2, required: ["r1"], must: [], never: [] },
  carry: true,
};
const read = (address: string) => {
  const params = new URLSearchParams(address);
  return readAims(Object.fromEntries([...params.keys()].map((key) => [key, params.getAll(key)])), usual);
};

const ordinals = fc.uniqueArray(fc.nat(500), { maxLength: 5 }).map((list) => list.sort((a, b) => a - b));
const anyAims: fc.Arbitrary<Aims> = fc
  .record({
    order: fc.shuffledSubarray([...MEASURES], { minLength: MEASURES.length }),
    minGapDays: fc.nat(60),
    maxGapDays: fc.option(fc.integer({ min: 1, max: 60 })),
    maxPerWeek: fc.option(fc.integer({ min: 1, max: 60 })),
    notBefore: fc.constantFrom(null, "2027-01-15", "2027-02-01"),
    notAfter: fc.constantFrom(null, "2027-05-01", "2027-06-30"),
    quorum: fc.record({ A: fc.nat(1_000), B: fc.nat(1_000) }),
    reachOf: fc.integer({ min: 1, max: 50 }),
    required: fc.constantFrom<string[]>([], ["r1"], ["r1", "r2"]),
    must: ordinals,
    never: ordinals,
    carry: fc.boolean(),
  })
  .map((aims) => ({ ...aims, must: aims.must.filter((ordinal) => !aims.never.includes(ordinal)) }));

describe("readAims", () => {
  it("reads back whatever writeAims wrote", () => {
    fc.assert(
      fc.property(anyAims, (aims) => {
        expect(read(writeAims(aims, usual))).toEqual(aims);
      }),
    );
  });

  it("reads the same from an address that names all, whatever is usual", () => {
    fc.assert(
      fc.property(anyAims, anyAims, (aims, others) => {
        const read = readAims(addressOf(writeAims(aims, null)), others);
        expect(read).toEqual(aims);
      }),
    );
  });

  it("is as usual for an empty address, and writes nothing for what is as usual", () => {
    expect(read("")).toEqual(usual);
    expect(writeAims(usual, usual)).toBe("");
  });

  it("brings what cannot be into its bounds, and leaves what says nothing as usual", () => {
    const address = "gap=9999&gapMax=0&week=x&reach=0&quorum.A=-3&quorum.Z=5&from=2027-02-30&order=nonsense";
    expect(read(address)).toEqual({
      ...{ ...usual, minGapDays: 60, maxGapDays: 1, reachOf: 1, notBefore: null },
    });
  });

  it("puts measures that the address leaves out behind those it names", () => {
    expect(read("order=earliest,reach,earliest").order).toEqual([
      ...["earliest", "reach", "attendance", "worstZone", "totalBurden"],
    ]);
  });

  it("takes empty boxes for a no only when the form says that they were there", () => {
    expect(read("gap=3").required).toEqual(["r1"]);
    expect(read("set=1")).toMatchObject({ required: [], carry: false });
    expect(read("set=1&required=r2&carry=yes")).toMatchObject({ required: ["r2"], carry: true });
  });

  it("lets never win over must", () => {
    expect(read("must=1&must=2&never=2")).toMatchObject({ must: [1], never: [2] });
  });
});

describe("addToLists", () => {
  const people = [
    { id: "r1", name: "Dora Delegate" },
    { id: "r2", name: "Jun Second" },
    { id: "r3", name: "Jun Second" },
  ];
  it("adds who is named, and nobody when it is not clear who that is", () => {
    const add = (person: string) => addToLists({ add: "required", person, required: ["r9"] }, people);
    expect(add(" dora delegate ")).toEqual({ required: ["r9", "r1"] });
    for (const name of ["", "Dora", "Jun Second"]) expect(add(name)).toEqual({ required: ["r9"] });
  });

  it("takes a slot from one list to the other, and leaves what another button says alone", () => {
    expect(addToLists({ add: "never", slot: "4", must: ["4", "5"] }, people)).toEqual({
      ...{ must: ["5"], never: ["4"] },
    });
    expect(addToLists({ add: "must", slot: "" }, people)).toEqual({});
    expect(addToLists({ up: "reach", slot: "4", person: "Dora Delegate" }, people)).toEqual({ up: "reach" });
  });
});

it("moves a measure one place to the front, and the first nowhere", () => {
  expect(moveUp(["reach", "attendance", "earliest"], "earliest")).toEqual([
    "reach",
    "earliest",
    "attendance",
  ]);
  expect(moveUp(["reach", "attendance"], "reach")).toEqual(["reach", "attendance"]);
  expect(moveUp(["reach", "attendance"], "unknown")).toEqual(["reach", "attendance"]);
});
