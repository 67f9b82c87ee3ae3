import fc from "fast-check";
import ICAL from "ical.js";
import nodeIcal from "node-ical";
import { describe, expect, it } from "vitest";
import { type CalendarEntry, type CalendarFile, writeCalendar } from "#lib/calendar-files/write-calendar";
import { addMinutes } from "#lib/kernel/interval";

const entry: CalendarEntry = {
  uid: "0197-1@liaise.example.org",
  sequence: 0,
  status: "tentative",
  start: new Date("2027-03-22T12:00:00Z"),
  end: new Date("2027-03-22T14:00:00Z"),
  summary: "Joint meeting 1 of Q1/2 and Q6/20",
  description: "Geneva 13:00\nUTC 12:00",
  location: "Virtual",
  url: "https://liaise.example.org/series/x/meetings/1",
};
const file: CalendarFile = {
  name: "IoT identification",
  organizer: { name: "Liaise", address: "liaise@example.org" },
  writtenAt: new Date("2027-01-05T09:30:15Z"),
  entries: [entry],
};
/** One before and two after Europe's clocks change on 28 March 2027. */
const series: CalendarFile = {
  ...file,
  entries: ["2027-03-22T12:00:00Z", "2027-04-05T11:00:00Z", "2027-04-19T11:00:00Z"].map((start, index) => ({
    ...entry,
    uid: `0197-${index + 1}@liaise.example.org`,
    sequence: index,
    status: (["tentative", "confirmed", "cancelled"] as const)[index] ?? "tentative",
    start: new Date(start),
    end: addMinutes(new Date(start), 120),
  })),
};

/** What ical.js makes of a file, with the VTIMEZONE of the file itself. */
function byIcalJs(ics: string) {
  const calendar = new ICAL.Component(ICAL.parse(ics));
  const vtimezone = calendar.getFirstSubcomponent("vtimezone");
  if (!vtimezone) throw new Error("no VTIMEZONE");
  const zone = new ICAL.Timezone(vtimezone);
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    for (const time of [event.startDate, event.endDate])
      if (time.zone !== ICAL.Timezone.utcTimezone) time.zone = zone;
    return {
      uid: event.uid,
      summary: event.summary,
      description: event.description,
      sequence: event.sequence,
      status: String(component.getFirstPropertyValue("status")).toLowerCase(),
      start: event.startDate.toJSDate(),
      end: event.endDate.toJSDate(),
    };
  });
}

/** What node-ical makes of it, with the time zone data of Node. */
function byNodeIcal(ics: string) {
  return Object.values(nodeIcal.sync.parseICS(ics)).flatMap((part) =>
    part?.type === "VEVENT"
      ? [
          {
            uid: part.uid,
            summary: String(part.summary),
            description: String(part.description),
            sequence: Number(part.sequence),
            status: part.status?.toLowerCase(),
            start: new Date(part.start),
            end: new Date(part.end ?? 0),
          },
        ]
      : [],
  );
}

const wanted = ({ entries }: CalendarFile) =>
  entries.map(({ uid, summary, description, sequence, status, start, end }) => ({
    ...{ uid, summary, description, sequence, status, start, end },
  }));

describe("writeCalendar", () => {
  it.each([
    ["ical.js, with the zone rules of the file", byIcalJs],
    ["node-ical, with its own zone rules", byNodeIcal],
  ])("gives %s every meeting at its instant, also across a clock change", (_name, parse) => {
    expect(parse(writeCalendar(series))).toEqual(wanted(series));
  });

  it("writes Geneva time with its zone, and says when it was written", () => {
    const lines = writeCalendar(series).split("\r\n");
    expect(lines.filter((line) => line.startsWith("DTSTART;"))).toEqual([
      "DTSTART;TZID=Europe/Zurich:20270322T130000",
      "DTSTART;TZID=Europe/Zurich:20270405T130000",
      "DTSTART;TZID=Europe/Zurich:20270419T130000",
    ]);
    expect(lines.filter((line) => line === "DTSTAMP:20270105T093015Z")).toHaveLength(3);
    expect(lines).toContain("METHOD:PUBLISH");
    expect(lines).toContain("TZID:Europe/Zurich");
  });

  it("has zone rules that agree with this machine's data at every hour around the changes to 2030", () => {
    const around = [
      "2027-03-28",
      "2027-10-31",
      "2028-03-26",
      "2028-10-29",
      "2029-03-25",
      "2029-10-28",
      "2030-10-27",
    ];
    const entries = around.flatMap((day, n) =>
      Array.from({ length: 48 }, (_, hour) => {
        const start = addMinutes(new Date(`${day}T00:00:00Z`), (hour - 24) * 60);
        return { ...entry, uid: `${n}-${hour}@x.org`, start, end: addMinutes(start, 60) };
      }),
    );
    const read = byIcalJs(writeCalendar({ ...file, entries }));
    expect(read.map(({ start, end }) => [start, end])).toEqual(entries.map(({ start, end }) => [start, end]));
  });

  it("gives the same file for the same input", () => {
    expect(writeCalendar(series)).toBe(writeCalendar(series));
  });

  it.each([
    ["Arabic", "اجتماع مشترك حول تعريف إنترنت الأشياء ".repeat(5)],
    ["emoji at every place of the fold", `${"x".repeat(61)}🗓️👩🏽‍💻${"🗓️".repeat(60)}`],
    ["signs of the format itself", 'a\\b;c,d:e"f=g\\n \\\\N'],
  ])("keeps %s in a title and folds it at 75 octets", (_case, summary) => {
    const ics = writeCalendar({
      ...file,
      name: summary,
      entries: [{ ...entry, summary, description: summary }],
    });
    for (const line of ics.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(byIcalJs(ics)).toMatchObject([{ summary, description: summary }]);
    if (!summary.includes("\\n")) expect(byNodeIcal(ics)).toMatchObject([{ summary }]); // it unescapes twice
  });

  it("lets no text begin a property of its own, wherever it stands", () => {
    const evil = "x\r\nATTENDEE:mailto:victim@example.org\nEND:VEVENT\u0085\u2028BEGIN:VALARM\u0000\u000b";
    const ics = writeCalendar({
      ...file,
      name: evil,
      organizer: { name: `${evil}":mailto:x`, address: "liaise@example.org" },
      entries: [{ ...entry, summary: evil, description: evil, location: evil }],
    });
    const names = ics
      .replaceAll("\r\n ", "")
      .split("\r\n")
      .map((line) => line.split(/[:;]/)[0]);
    expect(names).not.toContain("ATTENDEE");
    expect(names.filter((name) => name === "END")).toHaveLength(5);
    expect(ics).not.toMatch(/[^\r]\n|\r[^\n]|[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f]/);
    expect(byIcalJs(ics)).toHaveLength(1);
  });

  it("cuts a text of 100,000 characters", () => {
    const [read] = byIcalJs(
      writeCalendar({ ...file, entries: [{ ...entry, description: "é".repeat(100_000) }] }),
    );
    expect(read?.description).toBe("é".repeat(10_000));
  });

  it("survives a parse with any title whatever", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (summary) => {
        const ics = writeCalendar({ ...file, entries: [{ ...entry, summary }, entry] });
        const kept = summary
          .toWellFormed()
          .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
          .replace(/[^\P{Cc}\n]/gu, " ");
        const read = new ICAL.Component(ICAL.parse(ics)).getAllSubcomponents("vevent");
        expect(read.map((event) => event.getFirstPropertyValue("summary"))).toEqual([kept, entry.summary]);
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ["a UID with a line break", { uid: "a\r\nb@x.org" }],
    ["a UID without a domain", { uid: "0197" }],
    ["a link that is a script", { url: "javascript:alert(1)" }],
    ["a meeting without a length", { end: entry.start }],
    ["a negative SEQUENCE", { sequence: -1 }],
  ])("refuses to write %s", (_case, wrong) => {
    expect(() => writeCalendar({ ...file, entries: [{ ...entry, ...wrong }] })).toThrow("Broken invariant");
  });

  it("refuses an organizer's address that is more than one", () => {
    const organizer = { name: "x", address: "a@x.org\r\nATTENDEE:mailto:b@x.org" };
    expect(() => writeCalendar({ ...file, organizer })).toThrow("Broken invariant");
  });
});
