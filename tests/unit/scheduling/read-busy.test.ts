import { describe, expect, it } from "vitest";
import { isAppError } from "#lib/kernel/errors";
import { readBusy } from "#lib/scheduling/usecases/read-busy";
import { hostileFiles } from "../../support/hostile-calendars.ts";

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
const bytes = (text: string) => new TextEncoder().encode(text);
const read = (...lines: string[]) => readBusy(bytes(file(...lines)), slots, "Europe/Zurich");
const answers = (...lines: string[]) => read(...lines).answers;
const NOTHING_PASSED_OVER = { lines: [], zones: [] };

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

  it("reads start and end each on the clock of its own zone", () => {
    const flight = event(
      "DTSTART;TZID=Europe/Zurich:20270316T100000",
      "DTEND;TZID=America/New_York:20270316T100000",
    );
    expect(answers(...flight)).toEqual({ tue: "no" }); // until 14:00 UTC, not 09:00
    const call = event("DTSTART:20270316T090000Z", "DTEND;TZID=Asia/Seoul:20270316T210000");
    expect(answers(...call)).toEqual({}); // until 12:00 UTC, not 21:00
  });

  it("takes out and moves occurrences that are written in another zone than their series", () => {
    const weekly = ["DTSTART;TZID=Europe/Zurich:20270302T140000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY"];
    expect(answers(...event(...weekly))).toEqual({ tue: "no", later: "no" });
    expect(answers(...event(...weekly, "EXDATE:20270316T130000Z"))).toEqual({ later: "no" });
    const moved = event("RECURRENCE-ID:20270316T130000Z", "DTSTART:20270315T140000Z", "DURATION:PT1H");
    expect(answers(...event(...weekly), ...moved)).toEqual({ mon: "no", later: "no" });
    const free = event("RECURRENCE-ID:20270316T130000Z", "DTSTART:20270316T130000Z", "TRANSP:TRANSPARENT");
    expect(answers(...event(...weekly), ...free)).toEqual({ later: "no" });
  });

  it("knows zones by their Windows names without a description", () => {
    const call = event("DTSTART;TZID=Korea Standard Time:20270316T230000", "DURATION:PT30M");
    expect(read(...call)).toEqual({ answers: { tue: "no" }, entries: 1, passedOver: NOTHING_PASSED_OVER });
  });

  it("guesses nothing: what it cannot read exactly is passed over with its line, and unknown zones are named", () => {
    const unknown = event("DTSTART;TZID=Mars/Olympus:20270316T130000", "DURATION:PT1H");
    const often = event("DTSTART:20270316T120000Z", "DURATION:PT1M", "RRULE:FREQ=MINUTELY");
    const good = event("DTSTART:20270330T120000Z", "DURATION:PT1H");
    const other = (lines: readonly string[], uid: string) =>
      lines.map((line) => line.replace("UID:1", `UID:${uid}`));
    expect(read(...unknown, ...other(often, "2"), ...other(good, "3"))).toEqual({
      ...{ answers: { later: "no" }, entries: 3 },
      passedOver: { lines: [4, 10], zones: ["Mars/Olympus"] },
    });
  });

  it("counts entries, ends with a rule that never comes true, and throws for what is no calendar", () => {
    expect(readBusy(bytes(file()), slots, "UTC")).toEqual({
      ...{ answers: {}, entries: 0, passedOver: NOTHING_PASSED_OVER },
    });
    const never = event(
      "DTSTART:19000101T000000Z",
      "DURATION:PT0S",
      "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    );
    expect(read(...never)).toEqual({ answers: {}, entries: 1, passedOver: NOTHING_PASSED_OVER });
    for (const text of ["", "hello", "BEGIN:VCALENDAR"])
      expect(() => readBusy(bytes(text), slots, "UTC")).toThrow("invalid");
  });

  it.each(hostileFiles().filter(({ name }) => !name.endsWith(".csv")))(
    "refuses or passes over, and never answers by, a file that is meant to do harm: $name",
    ({ bytes: hostile }) => {
      const before = performance.now();
      const found = outcomeOf(hostile);
      expect(performance.now() - before).toBeLessThan(2_000);
      expect(found).toMatch(/^(refused|\d+ passed over|nothing said)$/);
    },
  );
});

function outcomeOf(hostile: Uint8Array): string {
  try {
    const { answers: given, passedOver } = readBusy(hostile, slots, "Europe/Zurich");
    if (Object.keys(given).length > 0) return JSON.stringify(given);
    return passedOver.lines.length > 0 ? `${passedOver.lines.length} passed over` : "nothing said";
  } catch (error) {
    if (!isAppError(error)) throw error;
    return "refused";
  }
}
