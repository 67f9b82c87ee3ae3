import type { Db } from "#lib/db/client";
import { partiesOf } from "#lib/decisions/domain/parties";
import { membersToAsk } from "#lib/decisions/domain/foresight";
import type { Standing } from "#lib/decisions/domain/pose-problem";
import { type Asked, listAsked } from "#lib/decisions/store/asked";
import { type Balance, sumBalances } from "#lib/decisions/store/ledger";
import type { Limits } from "#lib/rules/domain/rules";
import { loadRuleSet } from "#lib/rules/usecases/load-rule-set";
import { countByZone } from "#lib/rules/domain/zone-people";
import type { Poll } from "#lib/scheduling/domain/poll";
import { checkSlots } from "#lib/scheduling/usecases/check-slots";
import type { Series } from "#lib/series/domain/series";
import { counting, type WeighedFinding } from "#lib/waivers/domain/waiver";

/** What a ranking depends on, with the names behind it. */
export type GatheredStanding = Omit<Standing, "people"> & {
  readonly people: readonly Asked[];
  readonly balances: readonly Balance[];
  /** What the rules say of each slot, by its id. */
  readonly checked: ReadonlyMap<string, readonly WeighedFinding[]>;
  /** Of that, what forbids slots: breaches that nobody set aside. Slots without any are left out. */
  readonly findings: ReadonlyMap<string, readonly WeighedFinding[]>;
  /** Of the rules in force. */
  readonly limits: Limits;
};

/**
 * Reads what a ranking of the poll depends on, for a caller that has loaded the series and the poll: all answers in one
 * query, as packed bits. Before the poll is opened the people are those who would be asked.
 */
export async function gatherStanding(
  db: Db,
  series: Series,
  { poll, now }: { readonly poll: Poll; readonly now: Date },
): Promise<GatheredStanding> {
  const people = await listPeople(db, series, poll);
  const balances = await sumBalances(db, partiesOf(series));
  const checked = await checkSlots(db, series, { poll, zones: countByZone(people), now });
  const broken = [...checked].map(([id, found]) => [id, counting(found)] as const);
  const findings = new Map(broken.filter(([, found]) => found.length > 0));
  const { limits } = await loadRuleSet(db);
  const past = poll.slots.filter(({ start }) => start <= now).map(({ id }) => id);
  return {
    ...{ meetingCount: series.meetingCount, slots: poll.slots, people, balances, limits },
    ...{ checked, findings },
    blocked: new Set([...findings.keys(), ...past]),
    carried: Object.fromEntries(balances.map(({ timeZone, burden }) => [timeZone, burden])),
    burdenByHour: limits.D4.burdenByHour,
  };
}

/** Those asked; before the poll is opened with those who would be. For a caller that has loaded the series and the poll. */
export async function listPeople(db: Db, series: Series, poll: Poll): Promise<readonly Asked[]> {
  const listed = await listAsked(db, poll.id);
  return poll.state === "draft" ? [...listed, ...membersToAsk(series, listed)] : listed;
}
