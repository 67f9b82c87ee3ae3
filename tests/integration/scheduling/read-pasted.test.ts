import { afterAll, beforeEach, expect, it } from "vitest";
import { db } from "#lib/db/client";
import { readPasted } from "#lib/scheduling/usecases/read-pasted";
import { emptyDatabase } from "../../support/clean.ts";
import { type JointSeriesFixture, makeJointSeries } from "../../support/joint-series.ts";
import { OPENED } from "../../support/poll.ts";

let series: JointSeriesFixture;
beforeEach(async () => {
  await emptyDatabase();
  series = await makeJointSeries();
});
afterAll(() => db.$disconnect());

const read = (text: string, actor = series.cast.sg2CoChair) =>
  readPasted(
    actor,
    { reference: series.reference, text, timeZone: "Europe/Zurich", lengthMinutes: 120 },
    OPENED,
  );
const calendar = (...events: string[]) =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//t//t//EN", ...events, "END:VCALENDAR", ""].join("\r\n");
const event = (uid: string, ...lines: string[]) =>
  ["BEGIN:VEVENT", `UID:${uid}`, "DTSTAMP:20270101T000000Z", `SUMMARY:${uid}`, ...lines, "END:VEVENT"].join(
    "\r\n",
  );

it("reads the events of a calendar file as slots, repeated ones each time across a clock change", async () => {
  const { slots, problems } = await read(
    calendar(
      event(
        "weekly",
        "DTSTART;TZID=Europe/Zurich:20270323T140000",
        "DURATION:PT90M",
        "RRULE:FREQ=WEEKLY;COUNT=2",
      ),
      event("past", "DTSTART:20260323T130000Z", "DTEND:20260323T140000Z"),
      event("holiday", "DTSTART;VALUE=DATE:20270401"),
      event("long", "DTSTART:20270405T080000Z", "DTEND:20270405T180000Z"),
    ),
  );
  expect(slots.map(({ start, lengthMinutes }) => [start.toISOString(), lengthMinutes])).toEqual([
    ["2027-03-23T13:00:00.000Z", 90],
    ["2027-03-30T12:00:00.000Z", 90],
  ]);
  expect(problems.map(({ text, words }) => [text, words.key])).toEqual([
    ["holiday", "offering.paste.allDay"],
    ["long", "offering.paste.length"],
  ]);
});

it("reads lines as the browser does, and refuses a file that cannot be read and people who may not offer", async () => {
  expect((await read("16 March 2027 14:00")).slots).toHaveLength(1);
  await expect(read("BEGIN:VCALENDAR\r\nBEGIN:VEVENT")).rejects.toMatchObject({ code: "invalid" });
  await expect(read("16 March 2027 14:00", series.cast.sg2Delegate)).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(read("16 March 2027 14:00", series.cast.stranger)).rejects.toMatchObject({
    code: "not_found",
  });
});
