import { addDays, type Day } from "#lib/kernel/day";
import type { Finding } from "#lib/kernel/finding";
import { type Interval, overlaps } from "#lib/kernel/interval";
import { say } from "#lib/kernel/words";
import { GENEVA, instantOf } from "#lib/kernel/zone";
import { dayValue } from "./day-value.ts";
import { ruleOf } from "./rules.ts";

/** A meeting of an SG or WP, as a span of days, with where that is known from. */
export type GroupMeetingDays = {
  /** Reference of the group, such as `SG20`. */
  readonly group: string;
  readonly title: string;
  readonly opensOn: Day;
  /** Last day, included. */
  readonly closesOn: Day;
  readonly source: string;
  readonly asOf: Day;
};

/**
 * D1: one finding for each SG or WP meeting of either side that the slot falls into.
 *
 * Such a meeting takes its days whole, from midnight to midnight in Geneva, whatever its hours and place.
 */
export function checkGroupMeetings(slot: Interval, meetings: readonly GroupMeetingDays[]): Finding[] {
  return meetings
    .filter((meeting) => overlaps(slot, wholeDays(meeting)))
    .map(({ group, title, opensOn, closesOn, source, asOf }) => ({
      rule: "D1",
      severity: ruleOf("D1").severity,
      message: say("rules.D1.message", {
        ...{ group, title, source },
        ...{ opens: dayValue(opensOn), closes: dayValue(closesOn), asOf: dayValue(asOf) },
      }),
      remedy: say("rules.D1.remedy"),
    }));
}

const wholeDays = ({ opensOn, closesOn }: GroupMeetingDays): Interval => ({
  start: instantOf(opensOn, "00:00", GENEVA),
  end: instantOf(addDays(closesOn, 1), "00:00", GENEVA),
});
