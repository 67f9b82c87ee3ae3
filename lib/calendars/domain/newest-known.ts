import type { LaidEntry } from "./lay-over.ts";

/**
 * Entries of one group from two places, its page and its imported calendar, without those that a newer source has.
 *
 * Two entries that share a day are the same meeting; the later as-of day counts, and the imported one at the same day.
 */
export function newestKnown(kept: readonly LaidEntry[], imported: readonly LaidEntry[]): LaidEntry[] {
  const stands = (entry: LaidEntry, others: readonly LaidEntry[], isNewer: (other: LaidEntry) => boolean) =>
    !others.some((other) => sharesDay(entry, other) && isNewer(other));
  return [
    ...kept.filter((entry) => stands(entry, imported, (other) => other.asOf >= entry.asOf)),
    ...imported.filter((entry) => stands(entry, kept, (other) => other.asOf > entry.asOf)),
  ];
}

function sharesDay(a: LaidEntry, b: LaidEntry): boolean {
  const [x, y] = [a, b].map(({ opensOn, closesOn, startsAt, endsAt }) =>
    startsAt === null
      ? { first: opensOn, last: closesOn }
      : { first: startsAt.toISOString().slice(0, 10), last: endsAt.toISOString().slice(0, 10) },
  );
  return x !== undefined && y !== undefined && x.first <= y.last && y.first <= x.last;
}
