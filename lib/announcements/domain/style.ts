const MONTHS =
  "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?";

/** Dates in figures only, and with the month before the day. */
const FOREIGN_DATE = new RegExp(
  String.raw`\b(?:\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{2,4}|\d{1,2}\.\d{1,2}\.\d{4}|(?:${MONTHS})\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4})\b`,
  "gi",
);
const TIME = /\b(?:[01]?\d|2[0-3])[:h][0-5]\d\b/;
const ZONE = /\b(?:Geneva|UTC|GMT|CES?T|local time)\b/i;

const MAX_QUOTED = 60;

/** Dates in a text that are not written day month year (`5 March 2027`). @see docs/rules.md#T2 */
export function findForeignDates(text: string): string[] {
  return text.match(FOREIGN_DATE) ?? [];
}

/** The beginnings of lines that give a time of day and no zone. @see docs/rules.md#T2 */
export function findTimesWithoutZone(text: string): string[] {
  return text
    .split("\n")
    .filter((line) => TIME.test(line) && !ZONE.test(line))
    .map((line) => line.trim().slice(0, MAX_QUOTED));
}
