import { db } from "#lib/db/client";
import type { Act } from "#lib/overview/domain/history";
import { listActs } from "#lib/overview/store";
import type { Actor } from "#lib/people/domain/actor";
import { loadSeries } from "#lib/series/usecases/load-series";

const PAGE = 50;

export type History = {
  /** Newest first. */
  readonly acts: readonly Act[];
  /** Where the next page begins; null on the last one. */
  readonly olderThan: string | null;
};

/**
 * Who did what in a series, one page at a time.
 *
 * `before` is the `olderThan` of the page before; anything else that is no id begins at the newest.
 *
 * @throws AppError `not_found` when there is no such series or it is not for this person.
 */
export async function listHistory(
  actor: Actor,
  { reference, before }: { readonly reference: string; readonly before: string | null },
  now = new Date(),
): Promise<History> {
  const series = await loadSeries(actor, reference, { now });
  const from = before && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(before) ? before : null;
  const acts = await listActs(db, series.id, { before: from, count: PAGE + 1 });
  const shown = acts.slice(0, PAGE);
  return { acts: shown, olderThan: acts.length > PAGE ? (shown.at(-1)?.id ?? null) : null };
}
