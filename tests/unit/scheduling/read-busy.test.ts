import { describe, expect, it } from "vitest";
import { readBusy } from "#components/scheduling/sheet/read-busy";

const slot = (id: string, startsAt: string) => ({ id, startsAt: Date.parse(startsAt), lengthMinutes: 120 });
const slots = [
  slot("mon", "2027-03-15T13:00Z"), // 14:00 to 16:00 Geneva
  slot("tue", "2027-03-16T13:00Z"),
  slot("later", "2027-03-30T12:00Z"), // 14:00 Geneva, after the clock change
];
const file = (...lines: string[]) =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Test//EN", ...lines, "END:VCALENDAR", ""].join("\r\n");
const event = (...lines: string[]) => [
  "BEGIN:VEVENT",
  "UID:1",
  "DTSTAMP:20270101T000000Z",
  ...lines,
  "END:VEVENT",
];
const answers = (...lines: string[]) => readBusy(file(...lines), slots, "Europe/Zurich").answers;

describe("readBusy", () => {
  it("answers no where an entry meets a slot, and nothing where they only touch", () => {
    expect(answers(...event("DTSTART:20270316T145900Z", "DTEND:20270316T200000Z"))).toEqual({ tue: "no" });
    expect(answers(...event("DTSTART:20270316T150000Z", "DTEND:20270316T200000Z"))).toEqual({});
    expect(answers(...event("DTSTART:20270316T120000Z", "DURATION:PT1H"))).toEqual({});
  });

  it("reads times by the name of their zone, without one by the clock of home, and whole days", () => {
    expect(answers(...event("DTSTART;TZID=Asia/Seoul:20270316T230000", "DURATION:PT30M"))).toEqual({
      tue: "no",
    });
    expect(answers(...event("DTSTART:20270330T150000", "DURATION:PT30M"))).toEqual({ later: "no" });
    expect(answers(...event("DTSTART;VALUE=DATE:20270315", "DTEND;VALUE=DATE:20270316"))).toEqual({
      mon: "no",
    });
  });

  it("reads a zone of another name by the rules that the file brings", () => {
    const zone = [
      ...["BEGIN:VTIMEZONE", "TZID:Korea Standard Time", "BEGIN:STANDARD", "DTSTART:16010101T000000"],
      ...["TZOFFSETFROM:+0900", "TZOFFSETTO:+0900", "END:STANDARD", "END:VTIMEZONE"],
    ];
    const entry = event("DTSTART;TZID=Korea Standard Time:20270316T230000", "DURATION:PT30M");
    expect(answers(...zone, ...entry)).toEqual({ tue: "no" });
  });

  it("follows what repeats over a clock change, without the days left out and with one that was moved", () => {
    const weekly = event(
      "DTSTART;TZID=Europe/Zurich:20270302T140000",
      "DTEND;TZID=Europe/Zurich:20270302T150000",
      "RRULE:FREQ=WEEKLY",
      "EXDATE;TZID=Europe/Zurich:20270316T140000",
    );
    expect(answers(...weekly)).toEqual({ later: "no" });
    const moved = event(
      "RECURRENCE-ID;TZID=Europe/Zurich:20270330T140000",
      "DTSTART;TZID=Europe/Zurich:20270315T140000",
      "DTEND;TZID=Europe/Zurich:20270315T150000",
    );
    expect(answers(...weekly, ...moved)).toEqual({ mon: "no" });
  });

  it("leaves out what is cancelled or free, and answers if need be where one is perhaps busy", () => {
    const at = ["DTSTART:20270316T130000Z", "DURATION:PT1H"];
    for (const free of ["STATUS:CANCELLED", "TRANSP:TRANSPARENT", "X-MICROSOFT-CDO-BUSYSTATUS:FREE"])
      expect(answers(...event(...at, free))).toEqual({});
    expect(answers(...event(...at, "STATUS:TENTATIVE"))).toEqual({ tue: "if_need_be" });
    expect(answers(...event(...at, "STATUS:TENTATIVE"), ...event(...at))).toEqual({ tue: "no" });
    expect(answers(...event(...at), ...event(...at, "STATUS:TENTATIVE"))).toEqual({ tue: "no" });
  });

  it("counts entries, ends with a rule that never ends, and throws for what is no calendar", () => {
    expect(readBusy(file(), slots, "UTC")).toEqual({ answers: {}, entries: 0 });
    expect(answers(...event("DTSTART:20270316T120000Z", "DURATION:PT1M", "RRULE:FREQ=MINUTELY"))).toEqual({
      ...{ tue: "no", later: "no" },
    });
    for (const text of ["", "hello", "BEGIN:VCALENDAR"]) expect(() => readBusy(text, slots, "UTC")).toThrow();
  });
});
