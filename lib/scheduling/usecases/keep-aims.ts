import { recordAct } from "#lib/audit/record";
import type { Db } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import type { Actor } from "#lib/people/domain/actor";
import { guestsOf, requireQuorumFits } from "#lib/scheduling/domain/opening";
import type { Poll, Quorum } from "#lib/scheduling/domain/poll";
import type { PollAims } from "#lib/scheduling/domain/poll-aims";
import { listInvitees } from "#lib/scheduling/store/invitees";
import { updateAims } from "#lib/scheduling/store/polls";
import type { Series } from "#lib/series/domain/series";
import { requirePeople } from "./require-people.ts";

/** All that is looked for in a series, as a poll keeps it. */
export type KeptAims = {
  readonly aims: PollAims;
  readonly quorum: Quorum;
  /** Whose attendance every meeting needs. */
  readonly requiredPersonIds: readonly string[];
  /** The version that was looked at when they were set. */
  readonly seenVersion: number;
};

/**
 * Keeps what the co-chairs look for with the poll, for everything that ranks, reminds, forecasts or checks. For use
 * cases that have asked for rights and hold the poll, in their transaction.
 *
 * @throws AppError `invalid` for a quorum that a side cannot reach, `conflict` when other aims were set meanwhile.
 */
export async function keepAims(
  db: Db,
  actor: Actor,
  { series, poll, kept }: { readonly series: Series; readonly poll: Poll; readonly kept: KeptAims },
): Promise<void> {
  const listed = await listInvitees(db, poll.id);
  const people = poll.state === "draft" ? guestsOf(series, listed) : listed;
  const quorum = requireQuorumFits(series, people, kept.quorum);
  const seen = { pollId: poll.id, aimsVersion: kept.seenVersion };
  if (!(await updateAims(db, seen, { aims: kept.aims, quorum })))
    throw new AppError("conflict", "decisions.refusal.aimsChanged");
  const required = await requirePeople(db, { series, poll }, kept.requiredPersonIds);
  await recordAct(db, actor, {
    ...{ action: "aimsSet", subjectType: "poll", subjectId: poll.id, seriesId: series.id },
    before: { ...json(poll.aims), quorum: { ...poll.quorum }, required: [...required.before] },
    after: { ...json(kept.aims), quorum: { ...quorum }, required: [...required.after] },
  });
}

const json = (aims: PollAims) => ({
  ...aims,
  ...(aims.order && { order: [...aims.order] }),
  ...(aims.must && { must: [...aims.must] }),
  ...(aims.never && { never: [...aims.never] }),
});
