import { describe, expect, it } from "vitest";
import { movedClocks, type ReadClock, readClock, wallClocksAt } from "#lib/meetings/domain/wall-clocks";

const START = new Date("2027-03-16T13:00:00Z");

describe("wallClocksAt", () => {
  it("keeps day and time of Geneva and of each zone", () => {
    expect(wallClocksAt(START, ["Pacific/Auckland", "Asia/Kathmandu"])).toEqual({
      "Europe/Zurich": "2027-03-16T14:00",
      "Pacific/Auckland": "2027-03-17T02:00",
      "Asia/Kathmandu": "2027-03-16T18:45",
    });
  });
});

describe("movedClocks", () => {
  const published = wallClocksAt(START, ["Africa/Cairo", "Asia/Seoul"]);

  it("says nothing while the tz data say what was published, nor before anything was", () => {
    expect(movedClocks(published, START)).toEqual([]);
    expect(movedClocks({}, START)).toEqual([]);
  });

  it("names each zone that newer tz data move, with what was published and what holds now", () => {
    const newer: ReadClock = (instant, zone) =>
      zone === "Africa/Cairo"
        ? readClock(new Date(instant.getTime() + 3_600_000), zone)
        : readClock(instant, zone);
    expect(movedClocks(published, START, newer)).toEqual([
      { timeZone: "Africa/Cairo", published: "2027-03-16T15:00", now: "2027-03-16T16:00" },
    ]);
  });
});
