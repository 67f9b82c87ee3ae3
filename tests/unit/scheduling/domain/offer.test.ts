import { describe, expect, it } from "vitest";
import { MOST_SLOTS, planOffer } from "#lib/scheduling/domain/offer";
import { makeSlot } from "../../../support/slots.ts";

const now = new Date("2027-03-01T08:15:00Z");
const wish = { day: "2027-03-01", clock: "14:01", timeZone: "Asia/Kathmandu", lengthMinutes: 120 };
const empty = { slots: [], nextOrdinal: 0 };
const refusal = (key: string) =>
  expect.objectContaining({
    code: "invalid",
    words: expect.objectContaining({ key: `scheduling.refusal.${key}` }),
  });

describe("planOffer", () => {
  it("reads day and time on the clock of the zone", () => {
    expect(planOffer(empty, [wish], now)).toEqual([
      {
        start: new Date("2027-03-01T08:16:00Z"),
        end: new Date("2027-03-01T10:16:00Z"),
        lengthMinutes: 120,
        timeZone: "Asia/Kathmandu",
      },
    ]);
  });

  it("refuses a slot that starts now, and one in the past", () => {
    expect(() => planOffer(empty, [{ ...wish, clock: "14:00" }], now)).toThrow(refusal("past"));
    expect(() => planOffer(empty, [{ ...wish, clock: "13:59" }], now)).toThrow(refusal("past"));
  });

  it("refuses what is on offer already, also when it is written in another zone", () => {
    const poll = { slots: [makeSlot(0, "2027-03-02T13:00Z")], nextOrdinal: 1 };
    const same = { day: "2027-03-02", clock: "22:00", timeZone: "Asia/Seoul", lengthMinutes: 120 };
    expect(() => planOffer(poll, [same], now)).toThrow(refusal("duplicate"));
    expect(planOffer(poll, [{ ...same, lengthMinutes: 90 }], now)).toHaveLength(1);
  });

  it("refuses the same slot twice in one go", () => {
    expect(() => planOffer(empty, [wish, wish], now)).toThrow(refusal("duplicate"));
  });

  it("refuses a time that the clocks skip, and takes the first of one that they repeat", () => {
    const night = { day: "2027-03-28", clock: "02:30", timeZone: "Europe/Zurich", lengthMinutes: 60 };
    expect(() => planOffer(empty, [night], now)).toThrow(refusal("skippedTime"));
    expect(planOffer(empty, [{ ...night, clock: "03:00" }], now)[0]?.start).toEqual(
      new Date("2027-03-28T01:00Z"),
    );
    expect(planOffer(empty, [{ ...night, day: "2027-10-31" }], now)[0]?.start).toEqual(
      new Date("2027-10-31T00:30Z"),
    );
  });

  it("refuses more slots than one poll takes, withdrawn ones included", () => {
    expect(planOffer({ slots: [], nextOrdinal: MOST_SLOTS - 1 }, [wish], now)).toHaveLength(1);
    expect(() => planOffer({ slots: [], nextOrdinal: MOST_SLOTS }, [wish], now)).toThrow(
      refusal("tooManySlots"),
    );
  });
});
