import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { timeAgenda } from "#lib/agendas/domain/timing";
import { addMinutes } from "#lib/kernel/interval";

const start = new Date("2027-03-01T12:00:00Z");
const meeting = { start, end: addMinutes(start, 60) };
const at = (minutes: number) => addMinutes(start, minutes);

describe("timeAgenda", () => {
  it("lays the items back to back from the start of the meeting", () => {
    const { items, end } = timeAgenda([{ minutes: 10 }, { minutes: 25 }], meeting);
    expect(items).toEqual([
      { minutes: 10, start: at(0), end: at(10) },
      { minutes: 25, start: at(10), end: at(35) },
    ]);
    expect(end).toEqual(at(35));
  });

  it.each([
    [59, 0, 1],
    [60, 0, 0],
    [61, 1, 0],
  ])("tells for %i minutes in an hour: %i over, %i to spare", (minutes, overRunMinutes, spareMinutes) => {
    expect(timeAgenda([{ minutes }], meeting)).toMatchObject({ overRunMinutes, spareMinutes });
  });

  it("ends an empty agenda when the meeting starts", () => {
    expect(timeAgenda([], meeting)).toEqual({ items: [], end: start, overRunMinutes: 0, spareMinutes: 60 });
  });

  it("gives no time to an item whose minutes are still being typed", () => {
    const typed = [Number.NaN, -5, 0, Number.POSITIVE_INFINITY, 10].map((minutes) => ({ minutes }));
    expect(timeAgenda(typed, meeting).items.map((item) => item.end)).toEqual([
      at(0),
      at(0),
      at(0),
      at(0),
      at(10),
    ]);
  });

  it("leaves no gap and no overlap, and over-run less spare time is what the items differ from the meeting", () => {
    const items = fc.array(fc.record({ minutes: fc.integer({ min: 1, max: 480 }) }), { maxLength: 60 });
    fc.assert(
      fc.property(items, (list) => {
        const { items: timed, end, overRunMinutes, spareMinutes } = timeAgenda(list, meeting);
        timed.forEach((item, index) => expect(item.start).toEqual(timed[index - 1]?.end ?? start));
        expect(timed.at(-1)?.end ?? start).toEqual(end);
        const total = list.reduce((sum, { minutes }) => sum + minutes, 0);
        expect(overRunMinutes - spareMinutes).toBe(total - 60);
        expect(Math.min(overRunMinutes, spareMinutes)).toBe(0);
      }),
    );
  });
});
