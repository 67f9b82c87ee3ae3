import { describe, expect, it } from "vitest";
import { lookOver } from "#lib/calendar-files/look-over";

const calendar = (inside: string) => `BEGIN:VCALENDAR\r\n${inside}END:VCALENDAR\r\n`;
const event = (lines = "") => `BEGIN:VEVENT\r\n${lines}END:VEVENT\r\n`;
const refusal = (key: string) =>
  expect.objectContaining({
    code: "invalid",
    words: expect.objectContaining({ key: `calendars.file.${key}` }),
  });
const refused = (text: string) => {
  try {
    lookOver(text);
    return null;
  } catch (error) {
    return error;
  }
};

describe("a calendar text is refused before it is parsed", () => {
  it("when it has one event more than 5,000", () => {
    expect(refused(calendar(event().repeat(5_000)))).toBeNull();
    expect(refused(calendar(event().repeat(5_001)))).toEqual(refusal("tooManyEvents"));
    expect(refused(calendar("begin:vevent\nEND:VEVENT\n".repeat(5_001)))).toEqual(refusal("tooManyEvents"));
  });

  it("when its events leave out more than 20,000 single times, however they are folded", () => {
    const times = (count: number) => Array.from({ length: count }, () => "20270301T000000Z").join(",\r\n ");
    expect(refused(calendar(event(`EXDATE:${times(4_000)}\r\n`).repeat(5)))).toBeNull();
    expect(refused(calendar(event(`EXDATE:${times(4_000)}\r\n`).repeat(6)))).toEqual(refusal("tooMuchWork"));
    expect(refused(calendar(event(`SUMMARY:${times(4_000)}\r\n`).repeat(6)))).toBeNull();
  });

  it("when a line with its continuations is longer than 100,000 characters, and says which", () => {
    const folded = (count: number) => calendar(`X:a\r\n${" 0123456789\r\n".repeat(count)}`);
    expect(refused(folded(8_000))).toBeNull();
    expect(refused(folded(9_000))).toMatchObject({ words: { values: { line: 2 } } });
    expect(refused(folded(9_000))).toEqual(refusal("longLine"));
  });

  it("when it has more than 200,000 lines, or a table more lines than entries can be", () => {
    expect(refused(calendar("X:\n".repeat(199_000)))).toBeNull();
    expect(refused(calendar("X:\n".repeat(201_000)))).toEqual(refusal("tooManyLines"));
    expect(refused(`title,opens\n${"a,2027-03-01\n".repeat(19_000)}`)).toBeNull();
    expect(refused(`title,opens\n${"a,2027-03-01\n".repeat(21_000)}`)).toEqual(refusal("tooManyEntries"));
  });
});
