import { readdirSync, readFileSync } from "node:fs";
import { SENT_FILE } from "#lib/calendar-files/limits";

/** A file that is meant to do harm, as bytes. */
export type HostileFile = { readonly name: string; readonly bytes: Uint8Array };

const FOLDER = "tests/fuzz/calendars";
const bytes = (text: string) => new TextEncoder().encode(text);
const wrap = (event: string) => `BEGIN:VCALENDAR\r\n${event}END:VCALENDAR\r\n`;
const event = (lines: string) => `BEGIN:VEVENT\r\nUID:1\r\n${lines}END:VEVENT\r\n`;

/** The files of the corpus, and those that are too large to keep in it. */
export function hostileFiles(): HostileFile[] {
  const kept = readdirSync(FOLDER)
    .filter((name) => /\.(ics|csv)$/.test(name))
    .sort()
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(`${FOLDER}/${name}`)) }));
  return [...kept, ...made()];
}

function made(): HostileFile[] {
  const daily = "DTSTART:19000101T000000Z\r\nRRULE:FREQ=DAILY;BYHOUR=1,2,3,4,5,6;BYMINUTE=0,15,30,45\r\n";
  const exdates = `EXDATE:${Array.from({ length: 5_000 }, () => "20270301T000000Z").join(",")}\r\n`;
  return [
    { name: "a line of 100 MB", bytes: bytes(`BEGIN:VCALENDAR\r\nX:${"a".repeat(100_000_000)}\r\n`) },
    {
      name: "a line of just under the largest file",
      bytes: bytes(`BEGIN:VCALENDAR\nX:${"a".repeat(SENT_FILE.bytes - 100)}`),
    },
    {
      name: "a line folded a hundred thousand times",
      bytes: bytes(`BEGIN:VCALENDAR\nX:a\n${" a\n".repeat(100_000)}`),
    },
    { name: "a million events", bytes: bytes(wrap(event("DTSTART:20270301\r\n").repeat(1_000_000))) },
    { name: "as many empty events as fit", bytes: bytes(wrap("BEGIN:VEVENT\nEND:VEVENT\n".repeat(80_000))) },
    { name: "thousands of endless rules", bytes: bytes(wrap(event(daily).repeat(4_999))) },
    {
      name: "thousands of rules with thousands of exceptions",
      bytes: bytes(wrap(event(daily + exdates).repeat(20))),
    },
    { name: "nothing but line ends", bytes: bytes("\r".repeat(SENT_FILE.bytes - 1)) },
    { name: "nothing but zeros", bytes: new Uint8Array(1_000_000) },
    { name: "noise", bytes: Uint8Array.from({ length: 1_000_000 }, (_, at) => (at * 2_654_435_761) % 251) },
    { name: "UTF-16 cut in the middle", bytes: Uint8Array.from([0xff, 0xfe, 0x42, 0, 0x45, 0, 0xd8]) },
    { name: "an unclosed quotation of CSV", bytes: bytes(`title,opens\n"${"a,".repeat(900_000)}`) },
    {
      name: "a CSV of a hundred thousand lines",
      bytes: bytes(`title,opens\n${"a,2027-03-01\n".repeat(100_000)}`),
    },
  ];
}
