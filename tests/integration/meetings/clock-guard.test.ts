import { afterAll, beforeEach, expect, it } from "vitest";
import { db } from "#lib/db/client";
import { type ReadClock, readClock } from "#lib/meetings/domain/wall-clocks";
import { planMeetings } from "#lib/meetings/usecases/plan-meetings";
import { viewClockGuard } from "#lib/meetings/usecases/view-clock-guard";
import { emptyDatabase } from "../../support/clean.ts";
import { type JointSeriesFixture, makeJointSeries } from "../../support/joint-series.ts";

const NOW = new Date("2027-01-04T09:00:00Z");
const START = new Date("2027-03-16T13:00:00Z");

let series: JointSeriesFixture;
beforeEach(async () => {
  await emptyDatabase();
  series = await makeJointSeries("scheduling");
  const slot = {
    id: "01890000-0000-7000-8000-000000000000",
    start: START,
    end: new Date("2027-03-16T15:00:00Z"),
  };
  await planMeetings(db, series.cast.sg2CoChair, { seriesId: series.id, slots: [slot] });
});
afterAll(() => db.$disconnect());

/** Tz data in which Seoul is an hour later than today. */
const newer: ReadClock = (instant, zone) =>
  zone === "Asia/Seoul" ? readClock(new Date(instant.getTime() + 3_600_000), zone) : readClock(instant, zone);

it("keeps the version of the tz data and everybody's clocks when meetings are planned", async () => {
  const planned = await db.meeting.findFirstOrThrow();
  expect(planned.tzVersion).toBe(process.versions["tz"]);
  expect(planned.wallClocks).toEqual({
    ...{ "Europe/Zurich": "2027-03-16T14:00", "Europe/London": "2027-03-16T13:00" },
    ...{ "Asia/Seoul": "2027-03-16T22:00", "America/New_York": "2027-03-16T09:00" },
    "Asia/Kolkata": "2027-03-16T18:30",
  });
});

it("warns when newer tz data move a published meeting, and only then", async () => {
  const view = (read?: ReadClock, now = NOW) =>
    viewClockGuard(series.cast.sg20Delegate, series.reference, { now, ...(read ? { read } : {}) });
  expect((await view()).moved).toEqual([]);
  expect((await view(newer)).moved).toEqual([
    {
      ...{ sequence: 1, tzVersion: process.versions["tz"] },
      clocks: [{ timeZone: "Asia/Seoul", published: "2027-03-16T22:00", now: "2027-03-16T23:00" }],
    },
  ]);
  expect((await view(newer, START)).moved).toEqual([]);
});

it("is for those who may see the series", async () => {
  await expect(viewClockGuard(series.cast.stranger, series.reference)).rejects.toMatchObject({
    code: "not_found",
  });
});
