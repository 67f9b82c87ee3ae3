import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DUTIES } from "#lib/agendas/domain/agenda";
import { checkAgenda } from "#lib/agendas/domain/checks";
import { dutyItems } from "#lib/agendas/domain/duty-items";
import { addMinutes } from "#lib/kernel/interval";

const minutesOf = (length: number) => dutyItems(length).map(({ minutes }) => minutes);

describe("dutyItems", () => {
  it("has each item that a joint meeting needs, in the usual order", () => {
    expect(dutyItems(120).map(({ duty }) => duty)).toEqual(DUTIES);
  });

  it.each([
    [120, 5, 80],
    [60, 3, 36],
    [30, 1, 22],
    [9, 1, 1],
  ])("fills %i minutes: %i for each item and %i for the discussion", (length, each, discussion) => {
    expect(minutesOf(length)).toEqual([each, each, each, discussion, each, each, each, each, each]);
  });

  it("fills any meeting of 9 minutes or more to the minute, with nothing to complain of", () => {
    const start = new Date(0);
    fc.assert(
      fc.property(fc.integer({ min: 9, max: 720 }), (length) => {
        expect(minutesOf(length).reduce((sum, minutes) => sum + minutes, 0)).toBe(length);
        expect(checkAgenda(dutyItems(length), { start, end: addMinutes(start, length) })).toEqual([]);
      }),
    );
  });

  it("leaves no item without a minute, however short the meeting", () => {
    expect(minutesOf(0)).toEqual(DUTIES.map(() => 1));
  });
});
