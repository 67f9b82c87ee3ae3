import { expect, it } from "vitest";
import { readCsv } from "#lib/calendar-files/read-csv";

const OPTIONS = { floatingZone: "Europe/Zurich", from: "2027-01-01", to: "2027-12-31" };

it("reads days and times, in the zone of the line or the one that was chosen", () => {
  const { entries, floating } = readCsv(
    "Title,Opens,Closes,Zone,Place\nPlenary,2027-03-01,2027-03-05,,Geneva\nOne day,2027-03-08,,,\nCall,2027-07-01 14:00,2027-07-01T15:30,,\n",
    OPTIONS,
  );

  expect(entries).toMatchObject([
    { key: "Plenary", opensOn: "2027-03-01", closesOn: "2027-03-05", place: "Geneva" },
    { opensOn: "2027-03-08", closesOn: "2027-03-08" },
    { startsAt: Date.parse("2027-07-01T12:00Z"), endsAt: Date.parse("2027-07-01T13:30Z") },
  ]);
  expect(floating).toBe(1);
});

it("numbers titles that occur twice, and leaves out what is outside the days asked for", () => {
  const { entries } = readCsv("title,opens\nCall,2027-03-01\nCall,2027-03-08\nOld,2026-12-31\n", OPTIONS);

  expect(entries.map(({ key }) => key)).toEqual(["Call", "Call#2"]);
});

it.each([
  ["a column nobody knows", "title,opens,colour\n", "csvHead"],
  ["no column of days", "title\nA\n", "csvHead"],
  ["a line without a title", "title,opens\n,2027-03-01\n", "noTitle"],
  ["a day that does not exist", "title,opens\nA,2027-02-29\n", "csvTime"],
  ["a last day before the first", "title,opens,closes\nA,2027-03-02,2027-03-01\n", "endsFirst"],
  ["a time without an end", "title,opens\nA,2027-03-02 14:00\n", "csvTime"],
  ["an unknown zone", "title,opens,closes,zone\nA,2027-03-02 14:00,2027-03-02 15:00,Mars\n", "csvZone"],
  ["quotation marks that do not match", 'title,opens\n"A,2027-03-01\n', "csvQuotes"],
])("refuses %s", (_, text, key) => {
  expect(() => readCsv(text, OPTIONS)).toThrow(`calendars.file.${key}`);
});
