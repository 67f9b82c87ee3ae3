import { describe, expect, it } from "vitest";
import { decodeCalendarFile } from "#lib/calendar-files/decode-calendar-file";
import { readCalendarText } from "#lib/calendar-files/read-calendar-file";
import { isAppError } from "#lib/kernel/errors";
import { inEnglish } from "#lib/words/translate";
import { hostileFiles } from "../../support/hostile-calendars.ts";

const OPTIONS = { floatingZone: "Europe/Zurich", from: "2026-01-01", to: "2029-12-31" };

/** Few enough to be told, or the words of the refusal. */
async function outcomeOf(bytes: Uint8Array): Promise<string> {
  try {
    const { entries } = await readCalendarText(decodeCalendarFile(bytes), OPTIONS);
    return `${entries.length} entries`;
  } catch (error) {
    if (!isAppError(error)) throw error;
    return inEnglish(error.words);
  }
}

describe("a file that is meant to do harm", () => {
  it.each(hostileFiles())("is read or refused in words within two seconds: $name", async ({ bytes }) => {
    const before = performance.now();
    const outcome = await outcomeOf(bytes);

    expect(performance.now() - before).toBeLessThan(2_000);
    expect(outcome).toMatch(/^\d{1,4} entries$|\.$|: .*[^\s]$/);
    expect(outcome).not.toMatch(/calendars\.[a-z]/);
  });
});

describe("the bytes of a harmless file", () => {
  const text =
    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Réunion\r\nDTSTART:20270301\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  const utf16 = (mark: number[], littleEndian: boolean) =>
    Uint8Array.from([
      ...mark,
      ...[...text].flatMap((sign) => {
        const code = sign.charCodeAt(0);
        return littleEndian ? [code & 255, code >> 8] : [code >> 8, code & 255];
      }),
    ]);

  it.each([
    ["UTF-8", new TextEncoder().encode(text)],
    ["UTF-8 with a mark", new TextEncoder().encode(`\uFEFF${text}`)],
    ["UTF-16 little endian with a mark", utf16([0xff, 0xfe], true)],
    ["UTF-16 big endian with a mark", utf16([0xfe, 0xff], false)],
    ["Latin-1", Uint8Array.from([...text].map((sign) => sign.charCodeAt(0)))],
  ])("may be %s", async (_, bytes) => {
    const { entries } = await readCalendarText(decodeCalendarFile(bytes), OPTIONS);

    expect(entries).toMatchObject([{ title: "Réunion", opensOn: "2027-03-01" }]);
  });

  it("may be CSV, told by its first line", async () => {
    const csv =
      "title;opens;closes;zone\nCall;2027-03-01 14:00;2027-03-01 15:00;Asia/Seoul\nWeek;2027-03-08;2027-03-12;\n";
    const { entries, floating } = await readCalendarText(csv, OPTIONS);

    expect(entries).toMatchObject([
      { title: "Call", startsAt: Date.parse("2027-03-01T05:00Z"), endsAt: Date.parse("2027-03-01T06:00Z") },
      { title: "Week", opensOn: "2027-03-08", closesOn: "2027-03-12" },
    ]);
    expect(floating).toBe(0);
  });
});
