import { layCalendars } from "#lib/calendars/usecases/lay-calendars";
import type { Db } from "#lib/db/client";
import { countByZone } from "#lib/rules/domain/zone-people";
import { loadRuleSet } from "#lib/rules/usecases/load-rule-set";
import type { SlotContext } from "#lib/scheduling/domain/findings";
import { phaseOf, type Poll } from "#lib/scheduling/domain/poll";
import { targetOf } from "#lib/scheduling/domain/target";
import { listInvitees } from "#lib/scheduling/store/invitees";
import type { Series } from "#lib/series/domain/series";

/**
 * What slots of a series are checked against at `now`: the calendars with the people whom they concern, the zones of
 * those asked (or to be asked), the target meeting, and the instant from which the dates can be announced.
 *
 * `poll` is null before the first slot. The caller has loaded the series for its reader.
 */
export async function loadSlotContext(
  db: Db,
  { series, poll, now }: { readonly series: Series; readonly poll: Poll | null; readonly now: Date },
): Promise<SlotContext> {
  const listed = poll ? await listInvitees(db, poll.id) : [];
  const onList = new Set(listed.map(({ personId }) => personId));
  const members = new Map(series.members.map((member) => [member.personId, member]));
  const others = [...members.values()].filter(({ personId }) => !onList.has(personId));
  // Before a poll opens, members are asked too; afterwards only who was asked.
  const people = poll && phaseOf(poll, now) !== "draft" ? listed : [...listed, ...others];
  const closesAt = poll?.closesAt ?? null;
  const rules = await loadRuleSet(db);
  return {
    ...(await layCalendars(db, series, { people, limits: rules.limits, now })),
    zones: countByZone(people),
    rules,
    target: targetOf(series),
    announceableFrom: closesAt && closesAt > now ? closesAt : now,
  };
}
