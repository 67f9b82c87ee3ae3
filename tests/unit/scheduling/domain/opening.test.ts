import { describe, expect, it } from "vitest";
import { peopleToAsk, requireDeadlineFits, requireQuorumFits } from "#lib/scheduling/domain/opening";
import type { Member, Side } from "#lib/series/domain/series";
import { makeSlot } from "../../../support/slots.ts";

const side = (letter: string): Side => ({
  ...{ id: `side${letter}`, letter, questions: [] },
  group: { id: letter, reference: `SG${letter}` },
});
const sides = [side("A"), side("B")];
const member = (personId: string, sideId: string, role: Member["role"]): Member => ({
  ...{ id: `${personId}-${role}`, personId, name: personId, entity: "", country: null, timeZone: "UTC" },
  ...{ sideId, role, office: "", putForwardAt: null, welcomedAt: null },
});

describe("peopleToAsk", () => {
  it("asks each person once, as co-chair when that is one of the parts", () => {
    const members = [
      member("p1", "sideB", "participant"),
      member("p1", "sideA", "co_chair"),
      member("p2", "sideB", "participant"),
    ];
    expect(peopleToAsk({ sides, members })).toEqual([
      { personId: "p1", sideId: "sideA" },
      { personId: "p2", sideId: "sideB" },
    ]);
  });
});

describe("requireDeadlineFits", () => {
  const slots = [makeSlot(0, "2027-03-01T13:00Z"), makeSlot(1, "2027-03-02T13:00Z")];
  const now = new Date("2027-02-01T00:00Z");
  const fits =
    (closesAt: string, meetingCount = 1) =>
    () =>
      requireDeadlineFits({ slots }, { closesAt: new Date(closesAt), now, meetingCount });

  it("takes a deadline in the future that leaves a slot for each meeting", () => {
    expect(fits("2027-02-01T00:00:01Z", 2)).not.toThrow();
    expect(fits("2027-03-02T12:59:59Z", 1)).not.toThrow();
  });

  it("refuses a deadline that is now, and one that leaves a slot too few", () => {
    const invalid = expect.objectContaining({ code: "invalid" });
    expect(fits("2027-02-01T00:00:00Z")).toThrow(invalid);
    expect(fits("2027-03-01T13:00:00Z", 2)).toThrow(invalid);
    expect(fits("2027-03-02T13:00:00Z", 1)).toThrow(invalid);
  });
});

describe("requireQuorumFits", () => {
  const asked = [
    { personId: "p1", sideId: "sideA" },
    { personId: "p2", sideId: "sideA" },
  ];

  it("takes as many as are asked, and nothing for a side left out", () => {
    expect(requireQuorumFits({ sides }, asked, { A: 2, Z: 9 })).toEqual({ A: 2, B: 0 });
  });

  it("refuses one more than are asked, and marks the field of that side", () => {
    expect(() => requireQuorumFits({ sides }, asked, { B: 1 })).toThrow(
      expect.objectContaining({ code: "invalid", fields: { "quorum.B": [expect.anything()] } }),
    );
  });
});
