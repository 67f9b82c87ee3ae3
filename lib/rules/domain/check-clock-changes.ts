import type { Finding } from "#lib/kernel/finding";
import type { Interval } from "#lib/kernel/interval";
import { say } from "#lib/kernel/words";
import { clockIn, dayIn, GENEVA, offsetMinutes } from "#lib/kernel/zone";
import { dayValue } from "./day-value.ts";
import { ruleIn, type RuleSet, SHIPPED } from "./rules.ts";
import { placeOf, totalPeople, type ZonePeople } from "./zone-people.ts";

/**
 * D5: for each two meetings that follow each other, the zones whose clocks change between them; and for each
 * meeting, the people for whom it lies on another calendar day than in Geneva.
 *
 * `meetings` are taken in time order, whatever order they are given in. Geneva's own change moves the hour of
 * everybody whose clocks do not change with it, so it is looked at even when nobody lives there.
 */
export function checkClockChanges(
  meetings: readonly Interval[],
  zones: readonly ZonePeople[],
  rules: RuleSet = SHIPPED,
): Finding[] {
  const inOrder = [...meetings].sort((a, b) => a.start.getTime() - b.start.getTime());
  return [
    ...inOrder.slice(1).flatMap((meeting, index) => {
      const before = inOrder[index];
      return before ? checkGap({ before, after: meeting, number: index + 1 }, zones, rules) : [];
    }),
    ...inOrder.flatMap((meeting, index) => checkDay({ meeting, number: index + 1 }, zones, rules)),
  ];
}

type Gap = {
  readonly before: Interval;
  readonly after: Interval;
  /** Of the meeting before, from 1. */
  readonly number: number;
};

function checkGap(gap: Gap, zones: readonly ZonePeople[], rules: RuleSet): Finding[] {
  const known = zones.some(({ timeZone }) => timeZone === GENEVA);
  const looked = known ? zones : [...zones, { timeZone: GENEVA, people: 0 }];
  const changing = looked.filter(({ timeZone }) => shift(gap, timeZone) !== 0);
  if (changing.length === 0) return [];
  const moved = zones.filter(({ timeZone }) => shift(gap, timeZone) !== shift(gap, GENEVA));
  const values = {
    first: gap.number,
    second: gap.number + 1,
    places: changing.map(({ timeZone }) => placeOf(timeZone)).join(", "),
    people: totalPeople(moved),
    moved: moved.map((zone) => describeShift(gap, zone)).join(", "),
  };
  return [
    { rule: "D5", severity: ruleIn(rules, "D5").severity, message: say("rules.D5.clocksChange", values) },
  ];
}

/** By how many minutes a zone's clock is moved between the two meetings. */
function shift({ before, after }: Gap, timeZone: string): number {
  return offsetMinutes(after.start, timeZone) - offsetMinutes(before.start, timeZone);
}

/** Such as `Seoul -1:00 (4)`: what happens there to a meeting that keeps its Geneva hour. */
function describeShift(gap: Gap, { timeZone, people }: ZonePeople): string {
  const minutes = shift(gap, timeZone) - shift(gap, GENEVA);
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${placeOf(timeZone)} ${minutes < 0 ? "-" : "+"}${hours}:${String(rest).padStart(2, "0")} (${people})`;
}

/**
 * D5, second half, for one slot: who has another calendar day than Geneva when it starts or ends.
 *
 * `number` is the meeting's place in the series, or 0 for a slot that is only offered.
 */
export function checkDay(
  { meeting, number = 0 }: { readonly meeting: Interval; readonly number?: number },
  zones: readonly ZonePeople[],
  rules: RuleSet = SHIPPED,
): Finding[] {
  const elsewhere = zones.filter(({ timeZone }) => isOnOtherDay(meeting, timeZone));
  if (elsewhere.length === 0) return [];
  const values = {
    ...{ number, day: dayValue(dayIn(meeting.start, GENEVA)), people: totalPeople(elsewhere) },
    places: elsewhere.map((zone) => describeDay(meeting, zone)).join(", "),
  };
  return [{ rule: "D5", severity: ruleIn(rules, "D5").severity, message: say("rules.D5.otherDay", values) }];
}

function isOnOtherDay({ start, end }: Interval, timeZone: string): boolean {
  const lastMinute = new Date(end.getTime() - 1);
  return (
    dayIn(start, timeZone) !== dayIn(start, GENEVA) ||
    dayIn(lastMinute, timeZone) !== dayIn(lastMinute, GENEVA)
  );
}

/** Such as `Sydney 2027-03-02 01:00 (3)`: the day and time at which it starts there. */
function describeDay({ start }: Interval, { timeZone, people }: ZonePeople): string {
  return `${placeOf(timeZone)} ${dayIn(start, timeZone)} ${clockIn(start, timeZone)} (${people})`;
}
