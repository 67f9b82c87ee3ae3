import type { Db } from "#lib/db/client";
import type { SeriesFactsheet, SmallPollFacts } from "#lib/overview/domain/facts";
import { listWritten, type Written, type WrittenSmallPoll } from "#lib/overview/store";
import { countLeft } from "#lib/scheduling/domain/answers";
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
    const reached = { ...facts.reached, ...agreedAt(series, facts) };
    return [{ ...facts, series, consents, reached, smallPolls: facts.smallPolls.map(toSmallPoll) }];
  });
  return (await Promise.all(sheets)).flat();
}

/** What was carried over from the poll of the series is older than a small one, and seldom answers all of it. */
function toSmallPoll({ slots, invitees, ...poll }: WrittenSmallPoll): SmallPollFacts {
  const isSince = (at: Date | null) => at !== null && (poll.openedAt === null || at >= poll.openedAt);
  return {
    ...poll,
    invitees: invitees.map(({ answers, answeredAt, ...person }) => ({
      ...person,
      hasAnswered: isSince(answeredAt) || countLeft(slots, answers) === 0,
    })),
  };
}

/** When the series was agreed, if it was: with the last word of its sides. */
export function agreedAt(
  series: Pick<Series, "state">,
  { lastWordAt }: Pick<Written, "lastWordAt">,
): { agreed?: Date } {
  return lastWordAt && hasReached(series.state, "agreed") ? { agreed: lastWordAt } : {};
}
