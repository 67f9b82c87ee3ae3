import { describe, expect, it } from "vitest";
import { spanIn } from "#lib/kernel/moment";

const at = (text: string) => new Date(text);
const span = (start: string, end: string, timeZone: string) =>
  spanIn(at(start), at(end), { timeZone, locale: "en" });

describe("spanIn", () => {
  it("gives day and times on the clocks of the zone, not of this machine", () => {
    expect(span("2026-03-03T12:00:00Z", "2026-03-03T14:00:00Z", "Europe/Zurich")).toEqual({
      date: { weekday: "Tue", day: "3", month: "March", year: "2026" },
      time: "13:00-15:00",
      otherDay: false,
      endsNextDay: false,
      place: "Zurich",
    });
  });

  it("marks a start that is another calendar day than in Geneva, and an end past midnight", () => {
    expect(span("2026-03-03T15:30:00Z", "2026-03-03T17:30:00Z", "Asia/Seoul")).toMatchObject({
      date: { day: "4" },
      time: "00:30-02:30",
      otherDay: true,
      endsNextDay: false,
    });
    expect(span("2026-03-03T14:00:00Z", "2026-03-03T16:00:00Z", "Asia/Seoul")).toMatchObject({
      date: { day: "3" },
      time: "23:00-01:00",
      otherDay: false,
      endsNextDay: true,
    });
  });

  it("follows the clock change between two days of the same hour in Geneva", () => {
    expect(span("2026-03-27T12:00:00Z", "2026-03-27T14:00:00Z", "Europe/Zurich").time).toBe("13:00-15:00");
    expect(span("2026-03-30T12:00:00Z", "2026-03-30T14:00:00Z", "Europe/Zurich").time).toBe("14:00-16:00");
  });
});
