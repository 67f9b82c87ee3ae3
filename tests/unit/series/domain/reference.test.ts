import fc from "fast-check";
import { expect, it } from "vitest";
import { makeReference } from "#lib/series/domain/reference";

it("is made of the groups and the first words that carry meaning", () => {
  expect(makeReference(["SG2", "SG20"], "IoT identification and NNAI", [])).toBe(
    "sg2-sg20-iot-identification-nnai",
  );
});

it("goes on counting while the reference is taken", () => {
  const taken = ["sg2-sg20-naming", "sg2-sg20-naming-2"];
  expect(makeReference(["SG2", "SG20"], "Naming", taken)).toBe("sg2-sg20-naming-3");
});

it("drops accents and punctuation", () => {
  expect(makeReference(["SG2", "SG3"], "Étude «numérotage», tarifs!", [])).toBe(
    "sg2-sg3-etude-numerotage-tarifs",
  );
});

it.each(["", "联合会议", "اجتماع مشترك", "🙂", "the of and"])(
  "has a name of its own for the title “%s”",
  (title) => {
    expect(makeReference(["SG2", "SG20"], title, [])).toBe("sg2-sg20-joint-meetings");
  },
);

it("stays short for a title of one endless word", () => {
  expect(makeReference(["SG2", "SG20"], "x".repeat(100_000), []).length).toBeLessThan(70);
});

it("is readable in an address and new, whatever the title", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.array(fc.nat(5)), (title, counts) => {
      const first = makeReference(["SG2", "SG20"], title, []);
      const taken = [first, ...counts.map((count) => `${first}-${count}`)];
      const reference = makeReference(["SG2", "SG20"], title, taken);
      expect(reference).toMatch(/^sg2-sg20(-[a-z0-9]+)+$/);
      expect(taken).not.toContain(reference);
    }),
  );
});
