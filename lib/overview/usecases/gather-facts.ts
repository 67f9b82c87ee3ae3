import type { Db } from "#lib/db/client";
import type { SeriesFactsheet } from "#lib/overview/domain/facts";
import { listWritten, type Written } from "#lib/overview/store";
import type { Series } from "#lib/series/domain/series";
import { hasReached } from "#lib/series/domain/states";
import { listConsents } from "#lib/series/usecases/list-consents";

/** What stands written about these series, in their order, for a caller that has loaded them for their reader. */
export async function gatherFacts(db: Db, all: readonly Series[]): Promise<SeriesFactsheet[]> {
  const written = await listWritten(
    db,
    all.map(({ id }) => id),
  );
  const sheets = all.map(async (series) => {
    const facts = written.get(series.id);
    if (!facts) return [];
    const consents = await listConsents(db, series);
    return [{ ...facts, series, consents, reached: { ...facts.reached, ...agreedAt(series, facts) } }];
  });
  return (await Promise.all(sheets)).flat();
}

/** When the series was agreed, if it was: with the last word of its sides. */
export function agreedAt(
  series: Pick<Series, "state">,
  { lastWordAt }: Pick<Written, "lastWordAt">,
): { agreed?: Date } {
  return lastWordAt && hasReached(series.state, "agreed") ? { agreed: lastWordAt } : {};
}
