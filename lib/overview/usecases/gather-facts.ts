import type { Db } from "#lib/db/client";
import type { SeriesFactsheet } from "#lib/overview/domain/facts";
import { listWritten } from "#lib/overview/store";
import type { Series } from "#lib/series/domain/series";
import { listConsents } from "#lib/series/usecases/list-consents";

/** What stands written about these series, in their order, for a caller that has loaded them for their reader. */
export async function gatherFacts(db: Db, all: readonly Series[]): Promise<SeriesFactsheet[]> {
  const written = await listWritten(
    db,
    all.map(({ id }) => id),
  );
  const sheets = all.map(async (series) => {
    const facts = written.get(series.id);
    return facts ? [{ ...facts, series, consents: await listConsents(db, series) }] : [];
  });
  return (await Promise.all(sheets)).flat();
}
