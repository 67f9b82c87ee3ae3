import { clockIn, dayIn, GENEVA } from "#lib/kernel/zone";

/** Day and time on the clock of each zone, such as `2027-03-03T21:00`, by zone. */
export type WallClocks = Readonly<Record<string, string>>;

/** Reads the clock of a zone at an instant. Tests put another table in its place. */
export type ReadClock = (instant: Date, timeZone: string) => string;

/** The clock of a zone by the tz data of this machine. */
export const readClock: ReadClock = (instant, timeZone) =>
  `${dayIn(instant, timeZone)}T${clockIn(instant, timeZone)}`;

/** The clocks of Geneva and of these zones at an instant, to be kept with a meeting when it is published. */
export function wallClocksAt(instant: Date, zones: readonly string[], read = readClock): WallClocks {
  return Object.fromEntries([GENEVA, ...zones].map((zone) => [zone, read(instant, zone)]));
}

/** A zone in which a published meeting now shows another time than people were told. */
export type MovedClock = { readonly timeZone: string; readonly published: string; readonly now: string };

/**
 * The zones in which the clock at `start` is another than the one published: newer tz data moved it. In order of the
 * names; empty when nothing was published yet.
 */
export function movedClocks(published: WallClocks, start: Date, read = readClock): MovedClock[] {
  return Object.entries(published)
    .map(([timeZone, told]) => ({ timeZone, published: told, now: read(start, timeZone) }))
    .filter(({ published: told, now }) => told !== now)
    .sort((a, b) => (a.timeZone < b.timeZone ? -1 : 1));
}
