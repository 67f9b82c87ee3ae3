import type { Db } from "#lib/db/client";
import type { Aims } from "#lib/decisions/domain/aims";
import { aimsOfPoll } from "#lib/decisions/domain/usual-aims";
import { listAsked } from "#lib/decisions/store/asked";
import { loadRuleSet } from "#lib/rules/usecases/load-rule-set";
import type { Poll } from "#lib/scheduling/domain/poll";
import type { Series } from "#lib/series/domain/series";

/** The aims of the poll of a series, for a caller that has loaded both. */
export async function loadAims(
  db: Db,
  series: Series,
  { poll, now }: { readonly poll: Poll; readonly now: Date },
): Promise<Aims> {
  const people = await listAsked(db, poll.id);
  const { limits } = await loadRuleSet(db);
  return aimsOfPoll(series, poll, { people, limits, now });
}
