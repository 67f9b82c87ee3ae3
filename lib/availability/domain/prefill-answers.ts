import { type Interval, MS_PER_MINUTE, overlaps } from "#lib/kernel/interval";
import { dayIn, minuteOfDayIn } from "#lib/kernel/zone";
import type { Availability, Engagement, Proposal, UsualHours } from "./availability.ts";
import { type ZonePlan, zoneAt } from "./zone-plan.ts";

const DAY_MINUTES = 1_440;

/**
 * What a person's profile proposes for slots, by slot id; slots it says nothing of are left out.
 *
 * A conflict gives no, whatever else holds; else a preference gives if need be, unless the slot also lies outside the
 * usual hours and those give no; else the usual hours decide. Weekly engagements and usual hours are on the clock of
 * where the person is when the slot begins. What only touches a slot is no conflict.
 */
export function prefillAnswers(
  slots: readonly (Interval & { readonly id: string })[],
  availability: Pick<Availability, "plan" | "engagements" | "hours">,
): Record<string, Proposal> {
  return Object.fromEntries(
    slots.flatMap((slot) => {
      const proposal = proposeFor(slot, availability);
      return proposal ? [[slot.id, proposal] as const] : [];
    }),
  );
}

function proposeFor(
  slot: Interval,
  { plan, engagements, hours }: Pick<Availability, "plan" | "engagements" | "hours">,
): Proposal | null {
  const local = onClock(slot, plan);
  const met = engagements.filter((engagement) => meets(engagement, slot, local)).map(({ kind }) => kind);
  if (met.includes("hard")) return "no";
  const byHours = hours && fromHours(local, hours);
  if (met.includes("soft")) return byHours === "no" ? "no" : "if_need_be";
  return byHours;
}

/** A slot on the clock of where the person is. Minutes count from the midnight before its start, so an end may lie past 1440. */
type Local = { readonly weekday: number; readonly from: number; readonly to: number };

function onClock({ start, end }: Interval, plan: ZonePlan): Local {
  const zone = zoneAt(plan, start);
  const from = minuteOfDayIn(start, zone);
  const weekday = new Date(`${dayIn(start, zone)}T00:00:00Z`).getUTCDay() || 7;
  return { weekday, from, to: from + Math.round((end.getTime() - start.getTime()) / MS_PER_MINUTE) };
}

function meets(engagement: Engagement, slot: Interval, { weekday, from, to }: Local): boolean {
  if (engagement.every === "once") return overlaps(engagement, slot);
  const { fromMinute, toMinute } = engagement;
  const hits = (shift: number) => fromMinute + shift < to && from < toMinute + shift;
  // A slot may run past midnight, into the weekday after.
  if (engagement.weekday === weekday) return hits(0);
  return engagement.weekday === (weekday % 7) + 1 && hits(DAY_MINUTES);
}

function fromHours({ weekday, from, to }: Local, hours: UsualHours): Proposal | null {
  const inside = hours.weekdays.includes(weekday) && hours.fromMinute <= from && to <= hours.toMinute;
  if (!inside) return hours.outside;
  return hours.inside === "none" ? null : hours.inside;
}
