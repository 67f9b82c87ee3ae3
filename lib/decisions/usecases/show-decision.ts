import { db } from "#lib/db/client";
import { readRecord, type RecordFacts } from "#lib/decisions/domain/read-record";
import { findRecord } from "#lib/decisions/store/records";
import { AppError } from "#lib/kernel/errors";
import type { Actor } from "#lib/people/domain/actor";
import { loadPoll } from "#lib/scheduling/usecases/load-poll";
import type { Series } from "#lib/series/domain/series";
import { loadSeries } from "#lib/series/usecases/load-series";

/** A decision as it was written down. */
export type DecisionView = {
  readonly series: Series;
  readonly facts: RecordFacts;
  /** The JSON document, byte for byte, and its SHA-256 in hex. */
  readonly text: string;
  readonly sha256: string;
  readonly madeAt: Date;
};

/**
 * The record of the decision on the dates of a series, for everybody who may see the series.
 *
 * @throws AppError `not_found` for who may not, and before anything is decided.
 */
export async function showDecision(actor: Actor, reference: string, now = new Date()): Promise<DecisionView> {
  const series = await loadSeries(actor, reference, { now });
  const poll = await loadPoll(db, series);
  const record = poll && (await findRecord(db, poll.id));
  if (!record) throw new AppError("not_found", "refusal.notFound");
  const { text, sha256, madeAt } = record;
  return { series, facts: readRecord(text), text, sha256, madeAt };
}
