import type { Db } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import type { Actor } from "#lib/people/domain/actor";
import type { Poll } from "#lib/scheduling/domain/poll";
import type { PollKey, WhichPoll } from "#lib/scheduling/domain/which-poll";
import { findPollOf } from "#lib/scheduling/store/replacements";
import type { Series } from "#lib/series/domain/series";
import { loadSeries } from "#lib/series/usecases/load-series";

type Asked = {
  readonly key: PollKey;
  /** Throws when the actor may not do what is about to be done. */
  readonly right: (actor: Actor, series: Series, which: WhichPoll) => void;
  readonly now: Date;
};

/**
 * The poll that somebody is about to do something with, and its series, once it is sure that this person may.
 *
 * @throws AppError what `right` throws; `conflict` when no slot was ever offered, `not_found` when nobody was ever asked
 *   about another time for the meeting.
 */
export async function findPollFor(
  db: Db,
  actor: Actor,
  { key, right, now }: Asked,
): Promise<{ readonly series: Series; readonly poll: Poll }> {
  const { reference, sequence } = key;
  const series = await loadSeries(actor, reference, { db, now });
  right(actor, series, { sequence });
  const poll = await findPollOf(db, { seriesId: series.id, sequence });
  if (poll) return { series, poll };
  if (sequence === undefined) throw new AppError("conflict", "scheduling.refusal.noPoll");
  throw new AppError("not_found", "refusal.notFound");
}
