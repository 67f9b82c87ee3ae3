import { addDays, type Day, daysBetween } from "#lib/kernel/day";
import type { Finding } from "#lib/kernel/finding";
import { say } from "#lib/kernel/words";
import { dayValue } from "./day-value.ts";
import { ruleIn, type RuleSet, SHIPPED } from "./rules.ts";

/** The days that count for a notice period, both in Geneva. */
export type Notice = {
  readonly meetsOn: Day;
  /** The day on which it is, or can at the earliest be, announced. */
  readonly announcedOn: Day;
};

/**
 * N1 (normally two months, a warning) and N2 (two weeks, a failure): is the meeting announced early enough?
 *
 * The last day that keeps the period is in time. Where a month is too short for the day, its last day counts:
 * two months before 30 April is the last day of February. Whoever breaks N2 breaks N1 too and gets both.
 */
export function checkNotice({ meetsOn, announcedOn }: Notice, rules: RuleSet = SHIPPED): Finding[] {
  const { limits } = rules;
  const values = { days: Math.max(0, daysBetween(announcedOn, meetsOn)), announced: dayValue(announcedOn) };
  const findings: Finding[] = [];
  const twoWeeks = addDays(meetsOn, -limits.N2.days);
  if (announcedOn > twoWeeks) {
    const message = say("rules.N2.message", { ...values, latest: dayValue(twoWeeks), least: limits.N2.days });
    findings.push({
      rule: "N2",
      severity: ruleIn(rules, "N2").severity,
      message,
      remedy: say("rules.N2.remedy"),
    });
  }
  const twoMonths = monthsBefore(meetsOn, limits.N1.months);
  if (announcedOn > twoMonths) {
    const message = say("rules.N1.message", {
      ...values,
      latest: dayValue(twoMonths),
      least: limits.N1.months,
    });
    findings.push({
      rule: "N1",
      severity: ruleIn(rules, "N1").severity,
      message,
      remedy: say("rules.N1.remedy"),
    });
  }
  return findings;
}

/** The same day of the month so many months earlier, or the last day of that month when it is shorter. */
export function monthsBefore(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const lastDate = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, lastDate))).toISOString().slice(0, 10);
}
