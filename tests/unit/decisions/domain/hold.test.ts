import { describe, expect, it } from "vitest";
import { type Hold, holdsToMake, holdsToRelease, holdUid, isHeld } from "#lib/decisions/domain/hold";

const at = new Date("2027-03-01T13:00Z");
const hold = (slotId: string, sequence: number, released = false): Hold => ({
  ...{ slotId, sequence, start: at, end: at, releasedAt: released ? at : null },
});

it("holds a slot with SEQUENCE 0 at first and one later each time it is held again, and not twice at once", () => {
  const known = [hold("held", 4), hold("released", 1, true)];
  expect(holdsToMake([{ id: "new" }, { id: "held" }, { id: "released" }], known)).toEqual([
    { id: "new", sequence: 0 },
    { id: "released", sequence: 2 },
  ]);
});

describe("holdsToRelease", () => {
  it("cancels with the next SEQUENCE whatever is held and not kept", () => {
    const known = [hold("taken", 0), hold("other", 3), hold("released", 1, true)];
    expect(holdsToRelease(known, ["taken"])).toEqual([hold("other", 4)]);
    expect(known.map(isHeld)).toEqual([true, true, false]);
  });

  it("keeps the UID of a slot for ever", () => {
    expect(holdUid("0197", "liaise.example.org")).toBe("hold-0197@liaise.example.org");
  });
});
