import { describe, expect, it } from "vitest";
import { readIcs } from "#lib/calendar-files/read-ics";

const OPTIONS = { floatingZone: "Europe/Zurich", from: "2027-01-01", to: "2027-12-31" };

/** A calendar with these lines inside one event each. */
const calendar = (...events: string[][]) =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    ...events.flatMap((lines) => ["BEGIN:VEVENT", ...lines, "END:VEVENT"]),
    "END:VCALENDAR",
  ].join("\r\n");

const read = (...events: string[][]) => readIcs(calendar(...events), OPTIONS).entries;
const starts = (...events: string[][]) =>
  read(...events).map(({ opensOn, startsAt }) => opensOn ?? new Date(startsAt).toISOString().slice(0, 16));
const refusal = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    return (error as { words?: { key: string; values?: unknown } }).words;
  }
  return null;
};

describe("one event", () => {
  it("takes an all-day event whose end is excluded as whole days, both included", () => {
    const lines = [
      "UID:1",
      "SUMMARY:SG20 plenary",
      "DTSTART;VALUE=DATE:20270301",
      "DTEND;VALUE=DATE:20270306",
    ];

    expect(read(lines)).toEqual([
      {
        ...{ key: "1", title: "SG20 plenary", place: "" },
        ...{ opensOn: "2027-03-01", closesOn: "2027-03-05", startsAt: null, endsAt: null },
      },
    ]);
  });

  it("takes an all-day event without an end, or that ends where it starts, as one day", () => {
    const days = [
      ["UID:1", "DTSTART:20270301"],
      ["UID:2", "DTSTART:20270301", "DTEND:20270301"],
    ].flatMap((lines) => read(lines));

    expect(days.map(({ opensOn, closesOn }) => [opensOn, closesOn])).toEqual([
      ["2027-03-01", "2027-03-01"],
      ["2027-03-01", "2027-03-01"],
    ]);
  });

  it.each([
    ["UTC", "DTSTART:20270701T120000Z", "2027-07-01T12:00"],
    ["an IANA zone", "DTSTART;TZID=Asia/Seoul:20270701T120000", "2027-07-01T03:00"],
    ["a quoted zone", 'DTSTART;TZID="America/New_York":20270701T120000', "2027-07-01T16:00"],
    ["a Windows name", "DTSTART;TZID=Korea Standard Time:20270701T120000", "2027-07-01T03:00"],
    [
      "a path that ends in a zone",
      "DTSTART;TZID=/example.org/2027/Asia/Seoul:20270701T120000",
      "2027-07-01T03:00",
    ],
    ["no zone: the one that was chosen", "DTSTART:20270701T120000", "2027-07-01T10:00"],
  ])("reads a time in %s", (_, line, instant) => {
    expect(starts(["UID:1", line])).toEqual([instant]);
  });

  it("counts the times that name no zone", () => {
    expect(readIcs(calendar(["UID:1", "DTSTART:20270701T120000"]), OPTIONS).floating).toBe(1);
    expect(readIcs(calendar(["UID:1", "DTSTART:20270701T120000Z"]), OPTIONS).floating).toBe(0);
  });

  it("counts days of a DURATION on the calendar and hours exactly, across a clock change", () => {
    const start = "DTSTART;TZID=Europe/Zurich:20270327T120000";
    const ends = ["P1D", "PT24H", "P1W", "P1DT1H30M"].map((length) => {
      const [entry] = read(["UID:1", start, `DURATION:${length}`]);
      return new Date(entry?.endsAt ?? 0).toISOString().slice(0, 16);
    });

    expect(ends).toEqual(["2027-03-28T10:00", "2027-03-28T11:00", "2027-04-03T10:00", "2027-03-28T11:30"]);
  });

  it("joins folded lines and reads escaped text", () => {
    const [entry] = read([
      "UID:1",
      "DTSTART:20270301",
      "SUMMARY:SG20\\, ple",
      " nary\\nof March",
      "LOCATION:Geneva\\;CH",
    ]);

    expect([entry?.title, entry?.place]).toEqual(["SG20, plenary of March", "Geneva;CH"]);
  });

  it("leaves out what the file calls cancelled, and says how many", () => {
    const text = calendar(["UID:1", "DTSTART:20270301", "STATUS:CANCELLED"], ["UID:2", "DTSTART:20270302"]);

    expect(readIcs(text, OPTIONS)).toMatchObject({ cancelled: 1, entries: [{ key: "2" }] });
  });

  it("takes the highest SEQUENCE of one UID", () => {
    const old = ["UID:1", "SEQUENCE:1", "DTSTART:20270301"];

    expect(starts(["UID:1", "SEQUENCE:2", "DTSTART:20270308"], old)).toEqual(["2027-03-08"]);
  });

  it("keeps what touches the days asked for, and nothing else", () => {
    const at = (uid: string, from: string, to: string) => [`UID:${uid}`, `DTSTART:${from}`, `DTEND:${to}`];

    expect(
      starts(
        at("before", "20261230", "20270101"),
        at("into", "20261230", "20270102"),
        at("out", "20271231", "20280102"),
        at("after", "20280101", "20280102"),
      ),
    ).toEqual(["2026-12-30", "2027-12-31"]);
  });
});

describe("recurrences", () => {
  const weekly = [
    "UID:1",
    "DTSTART;TZID=Europe/Zurich:20270308T140000",
    "DURATION:PT2H",
    "RRULE:FREQ=WEEKLY;COUNT=4",
  ];

  it("keeps the hour of the zone across a clock change", () => {
    expect(starts(weekly)).toEqual([
      "2027-03-08T13:00",
      "2027-03-15T13:00",
      "2027-03-22T13:00",
      "2027-03-29T12:00",
    ]);
  });

  it("takes out EXDATE, written in any zone or as a day, and adds RDATE", () => {
    expect(starts([...weekly, "EXDATE:20270315T130000Z", "EXDATE;VALUE=DATE:20270322"])).toEqual([
      "2027-03-08T13:00",
      "2027-03-29T12:00",
    ]);
    expect(starts(["UID:1", "DTSTART:20270301", "RDATE;VALUE=DATE:20270310,20270305"])).toEqual([
      "2027-03-01",
      "2027-03-05",
      "2027-03-10",
    ]);
  });

  it("gives an added period its own length", () => {
    const entries = read([
      ...["UID:1", "DTSTART:20270301T100000Z", "DTEND:20270301T110000Z"],
      "RDATE;VALUE=PERIOD:20270302T100000Z/PT3H,20270303T100000Z/20270303T140000Z",
    ]);

    expect(entries.map(({ startsAt, endsAt }) => ((endsAt ?? 0) - (startsAt ?? 0)) / 3_600_000)).toEqual([
      1, 3, 4,
    ]);
  });

  it("moves the occurrence that RECURRENCE-ID names, and keeps its key", () => {
    const moved = [
      ...["UID:1", "RECURRENCE-ID;TZID=Europe/Zurich:20270315T140000"],
      ...["DTSTART;TZID=Europe/Zurich:20270316T090000", "DTEND;TZID=Europe/Zurich:20270316T100000"],
    ];
    const entries = read(weekly, moved);

    expect(entries.map(({ startsAt }) => new Date(startsAt ?? 0).toISOString().slice(0, 16))).toEqual([
      ...["2027-03-08T13:00", "2027-03-16T08:00", "2027-03-22T13:00", "2027-03-29T12:00"],
    ]);
    expect(entries[1]?.key).toBe("1/2027-03-15T14:00");
  });

  it("takes out one occurrence that is cancelled, also when it stands before the series", () => {
    const gone = ["UID:1", "RECURRENCE-ID:20270315T130000Z", "DTSTART:20270315T130000Z", "STATUS:CANCELLED"];

    expect(starts(gone, weekly)).toEqual(["2027-03-08T13:00", "2027-03-22T13:00", "2027-03-29T12:00"]);
  });

  it("ends with UNTIL, in UTC or as a day, that day included", () => {
    const start = "DTSTART;TZID=Asia/Seoul:20270301T010000";
    const until = (text: string) => starts(["UID:1", start, `RRULE:FREQ=DAILY;UNTIL=${text}`]).length;

    expect([until("20270302T160000Z"), until("20270302T155959Z"), until("20270303")]).toEqual([3, 2, 3]);
  });

  it("writes a rule without an end out to the last day asked for", () => {
    expect(starts(["UID:1", "DTSTART:20200101", "RRULE:FREQ=MONTHLY;BYDAY=-1FR"])).toHaveLength(12);
    expect(starts(["UID:1", "DTSTART:20200131", "RRULE:FREQ=MONTHLY"])).toHaveLength(7);
  });

  it("repeats whole days every week, such as a weekend of Friday and Saturday", () => {
    const days = starts(["UID:1", "DTSTART:20270101", "RRULE:FREQ=WEEKLY;BYDAY=FR,SA;UNTIL=20270110"]);

    expect(days).toEqual(["2027-01-01", "2027-01-02", "2027-01-08", "2027-01-09"]);
  });
});

describe("a zone that only the file knows", () => {
  const zone = [
    ...["BEGIN:VTIMEZONE", "TZID:Our own"],
    ...["BEGIN:STANDARD", "DTSTART:20001029T030000", "TZOFFSETFROM:+0300", "TZOFFSETTO:+0200"],
    ...["RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD"],
    ...["BEGIN:DAYLIGHT", "DTSTART:20000326T020000", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0300"],
    ...["RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "END:DAYLIGHT", "END:VTIMEZONE"],
  ].join("\r\n");
  const event = ["UID:1", "DTSTART;TZID=Our own:20270322T120000", "RRULE:FREQ=WEEKLY;COUNT=2"];

  it("is read from its VTIMEZONE, with its clock changes", () => {
    const text = calendar(event).replace("VERSION:2.0", `VERSION:2.0\r\n${zone}`);
    const { entries } = readIcs(text, OPTIONS);

    expect(entries.map(({ startsAt }) => new Date(startsAt ?? 0).toISOString().slice(0, 16))).toEqual([
      "2027-03-22T10:00",
      "2027-03-29T09:00",
    ]);
  });

  it("is refused by name when the file does not describe it", () => {
    expect(refusal(() => read(event))).toMatchObject({
      key: "calendars.file.unknownZone",
      values: { zone: "Our own" },
    });
  });
});

describe("what is refused", () => {
  it.each([
    ["no calendar", "hello:world", "noCalendar"],
    ["a line that is no property", "BEGIN:VCALENDAR\nnonsense", "noProperty"],
    ["a calendar that is not closed", "BEGIN:VCALENDAR\nBEGIN:VEVENT", "notClosed"],
    ["an end without a beginning", "BEGIN:VCALENDAR\nEND:VEVENT", "wrongEnd"],
    ["parts inside parts without end", "BEGIN:VEVENT\n".repeat(20), "tooDeep"],
  ])("%s", (_, text, key) => {
    expect(refusal(() => readIcs(text, OPTIONS))?.key).toBe(`calendars.file.${key}`);
  });

  it.each([
    ["an event without a start", ["UID:1"], "missing"],
    ["two starts", ["DTSTART:20270301", "DTSTART:20270302"], "twice"],
    ["a day that does not exist", ["DTSTART:20270230"], "badTime"],
    ["an hour that does not exist", ["DTSTART:20270301T250000Z"], "badTime"],
    ["an end before the start", ["DTSTART:20270301T100000Z", "DTEND:20270301T090000Z"], "endsFirst"],
    ["a day with an end in hours", ["DTSTART:20270301", "DTEND:20270301T090000Z"], "mixedEnd"],
    ["a negative length", ["DTSTART:20270301T100000Z", "DURATION:-PT1H"], "badLength"],
    ["a rule that repeats every second", ["DTSTART:20270301", "RRULE:FREQ=SECONDLY"], "tooOften"],
    ["a rule that repeats every minute", ["DTSTART:20270301", "RRULE:FREQ=MINUTELY"], "tooOften"],
    [
      "a rule of many times a day",
      ["DTSTART:20270301T000000Z", "RRULE:FREQ=DAILY;BYHOUR=1,2,3,4,5;BYMINUTE=1,2,3,4,5"],
      "tooOften",
    ],
    ["an unknown part of a rule", ["DTSTART:20270301", "RRULE:FREQ=DAILY;BYMOON=1"], "badRule"],
    ["an interval of nothing", ["DTSTART:20270301", "RRULE:FREQ=DAILY;INTERVAL=0"], "badRule"],
    [
      "a second rule",
      ["DTSTART:20270301", "RRULE:FREQ=DAILY;COUNT=2", "RRULE:FREQ=WEEKLY;COUNT=2"],
      "unread",
    ],
    ["EXRULE", ["DTSTART:20270301", "EXRULE:FREQ=DAILY"], "unread"],
    [
      "a change of all later occurrences",
      ["DTSTART:20270301", "RECURRENCE-ID;RANGE=THISANDFUTURE:20270301"],
      "unread",
    ],
  ])("%s", (_, lines, key) => {
    expect(refusal(() => read(["UID:1", ...lines]))?.key).toBe(`calendars.file.${key}`);
  });
});
