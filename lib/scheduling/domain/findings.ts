import { checkCalendars, type LaidCalendar } from "#lib/calendars/domain/lay-over";
import type { Finding } from "#lib/kernel/finding";
import type { Interval } from "#lib/kernel/interval";
import { dayIn, GENEVA } from "#lib/kernel/zone";
import { checkBurden } from "#lib/rules/domain/check-burden";
import { checkClockChanges, checkDay } from "#lib/rules/domain/check-clock-changes";
import { checkHours } from "#lib/rules/domain/check-hours";
import { checkLength } from "#lib/rules/domain/check-length";
import { checkNotice } from "#lib/rules/domain/check-notice";
import { checkSlotTarget, checkTarget, type Target } from "#lib/rules/domain/check-target";
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
  /** The meeting that the series reports to. */
  readonly target: Target;
  /** The rules in force. */
  readonly rules: RuleSet;
};

/** What slots that are chosen together are checked against. */
export type SelectionContext = Pick<SlotContext, "zones" | "rules" | "target">;

type CheckedSpan = Interval & Pick<Slot, "lengthMinutes">;

/**
 * What the rules say of a slot before it is known which others are chosen: D1 to D7, N1 and N2. Breaches first.
 *
 * Of D5 that is the calendar day, of D7 whether it would be too late as the last meeting, of D4 its own burden.
 */
export function checkSlot(slot: CheckedSpan, context: SlotContext): Finding[] {
  const { zones, target, rules } = context;
  const findings = [
    ...checkAlone(slot, context),
    ...checkSlotTarget(dayIn(slot.start, GENEVA), target, rules),
    ...checkDay({ meeting: slot }, zones, rules),
  ];
  return cite(worstFirst(findings), rules);
}

/** What the rules say of a meeting that joins others, and of the series with it. Breaches of each first. */
export function checkInSeries(
  slot: CheckedSpan,
  others: readonly Interval[],
  context: SlotContext,
): Finding[] {
  const findings = cite(worstFirst(checkAlone(slot, context)), context.rules);
  return [...findings, ...checkSelection([...others, slot], context)];
}

/** What does not depend on the series: D1, D2, D3, D4, D6, N1 and N2. */
function checkAlone(slot: CheckedSpan, context: SlotContext): Finding[] {
  const { calendars, weekends, zones, announceableFrom, rules } = context;
  const notice = { meetsOn: dayIn(slot.start, GENEVA), announcedOn: dayIn(announceableFrom, GENEVA) };
  return [
    ...checkCalendars(slot, calendars, rules),
    ...checkWeekend(slot, weekends, rules),
    ...checkNotice(notice, rules),
    ...checkHours(slot, zones, rules),
    ...checkBurden(slot, zones, rules),
    ...checkLength(slot.lengthMinutes, rules),
  ];
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
