import { isTimeZone } from "#lib/kernel/zone";

/** A start on some clock, and how long: null when only the start is written. Minutes after midnight. */
export type WrittenTime = { readonly minute: number; readonly lengthMinutes: number | null };

const TIME = String.raw`(\d{1,2})(?:[:.h](\d{2}))?(?::00)?\s*(am|pm|h\b|hrs?\b|hours?\b)?`;
const RANGE = new RegExp(String.raw`\b${TIME}\s*(?:-|–|—|to|until)\s*${TIME}`, "gi");
const SINGLE = new RegExp(String.raw`(?:\b|(?<=T))${TIME}`, "gi");
const FOUR = /\b([01]\d|2[0-3])([0-5]\d)\s*(?:-|–|to)\s*([01]\d|2[0-3])([0-5]\d)\b/g;
const LENGTH = /\(?\b(\d{1,3})\s*(min|mins|minutes|hours?|hrs?|h)\b\.?\)?/i;

export type WrittenTimes = {
  readonly times: readonly WrittenTime[];
  /** A length written for itself, such as "90 min"; null when none is. */
  readonly lengthMinutes: number | null;
  readonly rest: string;
  readonly isWrong: boolean;
};

/** The times of day in a line from which the days were taken: single ones and spans, 24 hours or am and pm. */
export function findWrittenTimes(line: string): WrittenTimes {
  const times: WrittenTime[] = [];
  let isWrong = false;
  const keep = (start: number | null, end: number | null | undefined): string => {
    if (start === null || end === null) isWrong = true;
    else times.push({ minute: start, lengthMinutes: end === undefined ? null : spanMinutes(start, end) });
    return " ";
  };
  let rest = replaceAll(line, FOUR, ([, h1, m1, h2, m2]) => keep(minuteOf([h1, m1]), minuteOf([h2, m2])));
  rest = replaceAll(rest, RANGE, ([whole = "", h1, m1, p1, h2, m2, p2]) =>
    isBare([m1, p1]) && isBare([m2, p2]) ? whole : keep(minuteOf([h1, m1, p1 ?? p2]), minuteOf([h2, m2, p2])),
  );
  const length = LENGTH.exec(rest);
  const isLength = length !== null && (times.length > 0 || /min|hour|hr/i.test(length[2] ?? ""));
  if (length && isLength) rest = rest.replace(length[0], " ");
  rest = replaceAll(rest, SINGLE, ([whole = "", h, m, p]) =>
    isBare([m, p]) ? whole : keep(minuteOf([h, m, p]), undefined),
  );
  return { times, rest, isWrong, lengthMinutes: length && isLength ? lengthOf(length) : null };
}

type Parts = readonly (string | undefined)[];

/** Like `replace`, with what was found as one list. */
const replaceAll = (text: string, pattern: RegExp, by: (parts: Parts) => string) =>
  text.replace(pattern, (...found: string[]) => by(found));

/** Only digits: it may be anything. */
const isBare = ([minutes, half]: Parts) => !minutes && !half;

/** Of hours, minutes and half of the day; null when there is no such time. 24:00 is midnight. */
function minuteOf([h, m, half]: Parts): number | null {
  const [hours, minutes] = [Number(h), Number(m ?? "0")];
  const full = /^[ap]m$/i.test(half ?? "") ? fullHours(hours, half ?? "") : hours;
  return minutes > 59 || full > 24 ? null : (full % 24) * 60 + minutes;
}

/** Hours of the half day as hours of the day; more than a day has when there is no such hour. */
function fullHours(hours: number, half: string): number {
  if (hours < 1 || hours > 12) return Infinity;
  return (hours % 12) + (/^p/i.test(half) ? 12 : 0);
}

/** From one time to another; an end that is not later lies on the next day. */
const spanMinutes = (start: number, end: number) => (end > start ? end - start : end - start + 1_440);

const lengthOf = ([, count = "", unit = ""]: RegExpExecArray) => Number(count) * (/^m/i.test(unit) ? 1 : 60);

/** The clock that a line names: a zone, or minutes ahead of UTC. Null when it names none. */
export type WrittenZone = { readonly timeZone: string } | { readonly offsetMinutes: number };

/** Abbreviations with one meaning. Those with several (IST, CST, BST) are not guessed. */
const OFFSETS: Readonly<Record<string, number>> = {
  ...{ UTC: 0, GMT: 0, Z: 0, CET: 60, CEST: 120, EET: 120, EEST: 180, WEST: 60, MSK: 180 },
  ...{ JST: 540, KST: 540, SGT: 480, HKT: 480, AEST: 600, AEDT: 660, NZST: 720, NZDT: 780 },
  ...{ EST: -300, EDT: -240, CDT: -300, MST: -420, MDT: -360, PST: -480, PDT: -420, BRT: -180 },
};

/** After UTC or GMT, after a plus, or at the end of an instant in ISO 8601: a bare minus stands between two times. */
const OFFSETS_WRITTEN = [
  /\b(?:UTC|GMT)\s*([+\-−])(\d{1,2})(?::?(\d{2}))?\b/i,
  /(?<=T\d{2}:\d{2}(?::\d{2})?)([+\-−])(\d{2}):?(\d{2})\b/,
  /([+])(\d{1,2})(?::?(\d{2}))?\b/,
];
const IANA = /\b[A-Z][A-Za-z]+\/[A-Za-z_]+(?:\/[A-Za-z_]+)?\b/;

/** Takes an offset from UTC, in minutes, out of a line; it has to go before the times are looked for. */
export function takeOffset(line: string): { readonly zone: WrittenZone | null; readonly rest: string } {
  for (const pattern of OFFSETS_WRITTEN) {
    const found = pattern.exec(line);
    if (!found) continue;
    const [whole, sign, hours, minutes = "0"] = found;
    const ahead = (Number(hours) * 60 + Number(minutes)) * (sign === "+" ? 1 : -1);
    return { zone: { offsetMinutes: ahead }, rest: line.replace(whole, " ") };
  }
  return { zone: null, rest: line };
}

/**
 * Finds the zone in what days and times left of a line. `places` are zones by the city in their name, in lower case,
 * such as `seoul`.
 */
export function findWrittenZone(
  rest: string,
  places: ReadonlyMap<string, string>,
): { readonly zone: WrittenZone | null; readonly rest: string } {
  const iana = IANA.exec(rest);
  if (iana && isTimeZone(iana[0])) return { zone: { timeZone: iana[0] }, rest: rest.replace(iana[0], " ") };
  for (const [word] of rest.matchAll(/\b[A-Z]{1,4}\b/g)) {
    const minutes = OFFSETS[word];
    if (minutes !== undefined) return { zone: { offsetMinutes: minutes }, rest: rest.replace(word, " ") };
  }
  return findPlace(rest, places);
}

function findPlace(rest: string, places: ReadonlyMap<string, string>) {
  const lower = rest.toLowerCase();
  const words = [...lower.matchAll(/[\p{L}]+/gu)];
  for (const size of [3, 2, 1])
    for (const [index, word] of words.entries()) {
      const last = words[index + size - 1];
      if (!last) continue;
      const name = lower.slice(word.index, last.index + last[0].length);
      const timeZone = places.get(name);
      if (timeZone)
        return { zone: { timeZone }, rest: rest.slice(0, word.index) + rest.slice(word.index + name.length) };
    }
  return { zone: null, rest };
}
