import { checkCalendars, type LaidCalendar } from "#lib/calendars/domain/lay-over";
import type { Finding } from "#lib/kernel/finding";
import type { Interval } from "#lib/kernel/interval";
import { dayIn, GENEVA } from "#lib/kernel/zone";
import { checkClockChanges } from "#lib/rules/domain/check-clock-changes";
import { checkHours } from "#lib/rules/domain/check-hours";
import { checkLength } from "#lib/rules/domain/check-length";
import { checkNotice } from "#lib/rules/domain/check-notice";
import { checkTarget, type Target } from "#lib/rules/domain/check-target";
import { checkWeekend, type WeekendPeople } from "#lib/rules/domain/check-weekend";
import { cite, type RuleSet } from "#lib/rules/domain/rules";
import type { ZonePeople } from "#lib/rules/domain/zone-people";
import type { Slot } from "./poll.ts";

/** What one slot is checked against. */
export type SlotContext = {
  /** Meetings and holidays as they lie over the slots of this series. */
  readonly calendars: readonly LaidCalendar[];
  readonly zones: readonly ZonePeople[];
  /** The people by the days of their weekend. */
  readonly weekends: readonly WeekendPeople[];
  /** The instant from which the dates can be announced: now, or the deadline of an open poll. */
  readonly announceableFrom: Date;
  /** The rules in force. */
  readonly rules: RuleSet;
};

/** What slots that are chosen together are checked against. */
export type SelectionContext = Pick<SlotContext, "zones" | "rules"> & { readonly target: Target };

/** What the rules say of a slot by itself: D1, D2, D3, D6, N1 and N2. Breaches first. */
export function checkSlot(slot: Interval & Pick<Slot, "lengthMinutes">, context: SlotContext): Finding[] {
  const meetsOn = dayIn(slot.start, GENEVA);
  const { rules } = context;
  const findings = [
    ...checkCalendars(slot, context.calendars, rules),
    ...checkWeekend(slot, context.weekends, rules),
    ...checkNotice({ meetsOn, announcedOn: dayIn(context.announceableFrom, GENEVA) }, rules),
    ...checkHours(slot, context.zones, rules),
    ...checkLength(slot.lengthMinutes, rules),
  ];
  return cite(worstFirst(findings), rules);
}

/**
 * What the rules say of slots as a series: D5, and D7 once at least one is chosen. Breaches first.
 *
 * It is what the page recomputes while boxes are ticked, so it needs nothing but its arguments.
 */
export function checkSelection(
  slots: readonly Interval[],
  { zones, target, rules }: SelectionContext,
): Finding[] {
  const last = slots.reduce<Interval | null>(
    (latest, slot) => (latest && latest.start >= slot.start ? latest : slot),
    null,
  );
  if (!last) return [];
  const lastOn = dayIn(last.start, GENEVA);
  const findings = [...checkTarget(lastOn, target, rules), ...checkClockChanges(slots, zones, rules)];
  return cite(worstFirst(findings), rules);
}

const WEIGHT = { fail: 0, warn: 1, show: 2 } as const;

function worstFirst(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]);
}
