import { addDays, type Day } from "#lib/kernel/day";
import type { Finding, Severity } from "#lib/kernel/finding";
import { say, type WordKey } from "#lib/kernel/words";
import { dayValue } from "./day-value.ts";
import { LIMITS, type Limits, ruleIn, type RuleSet, SHIPPED } from "./rules.ts";

/** What is known of the meeting that the series reports to. */
export type Target = {
  /** Reference of the group, such as `TSAG`; null when it is not known. */
  readonly group: string | null;
  readonly opensOn: Day | null;
  /** `YYYY-MM`, when only the month is known. */
  readonly month: string | null;
};

/** The last Geneva days on which the last meeting may be held, each for one way into the target meeting. */
export type TargetDays = {
  /** Late enough documents count as the exception after this day. */
  readonly exception: Day;
  /** A Contribution can still be handed in. */
  readonly contribution: Day;
  /** A TD can still be handed in, be posted and be available in time. */
  readonly handIn: Day;
  /** The TD has to be available. */
  readonly available: Day;
};

/** Counts back from the day on which the target meeting opens: 21, 12 and 7 calendar days, 3 working days to post. */
export function targetDays(opensOn: Day, limits: Limits["D7"] = LIMITS.D7): TargetDays {
  const available = addDays(opensOn, -limits.availableDays);
  return {
    exception: addDays(opensOn, -limits.exceptionDays),
    contribution: addDays(opensOn, -limits.contributionDays),
    handIn: workingDaysBefore(available, limits.postingWorkingDays),
    available,
  };
}

/** The day so many working days earlier. Saturdays and Sundays do not count; holidays are not known here. */
export function workingDaysBefore(day: Day, count: number): Day {
  let [at, left] = [day, count];
  while (left > 0) {
    at = addDays(at, -1);
    const weekday = new Date(`${at}T00:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return at;
}

type Verdict = {
  readonly severity: Severity;
  readonly key: WordKey;
  readonly latest: Day;
  /** Calendar days before the target meeting, where the sentence names them. */
  readonly days: number;
};

/**
 * D7: is the last meeting held early enough for its report to reach the target meeting?
 *
 * `lastOn` is its Geneva day. Nothing is guessed: when only the month is known, its first day is taken as the
 * earliest possible opening and the finding says so; it fails only if the month's last day would fail too.
 * With nothing known the finding asks for the date.
 */
export function checkTarget(lastOn: Day, target: Target, rules: RuleSet = SHIPPED): Finding[] {
  const late = checkLate({ meetsOn: lastOn, isSlot: false }, target, rules);
  if (late.length > 0 || target.opensOn) return late;
  const message = target.month
    ? assumption(target.group, `${target.month}-01`)
    : say("rules.D7.unknown", { group: target.group ?? "" });
  return [{ rule: "D7", severity: "show", message }];
}

/** D7 for one slot by its Geneva day: too late even if it were the last meeting. What is not known is passed over. */
export function checkSlotTarget(meetsOn: Day, target: Target, rules: RuleSet = SHIPPED): Finding[] {
  return checkLate({ meetsOn, isSlot: true }, target, rules);
}

type Held = { readonly meetsOn: Day; readonly isSlot: boolean };

function checkLate({ meetsOn, isSlot }: Held, target: Target, rules: RuleSet): Finding[] {
  const opens = earliestOpening(target);
  const verdict = opens && judge(meetsOn, opens, rules);
  if (!verdict) return [];
  const about = { group: target.group ?? "", opens: dayValue(opens), scope: isSlot ? "slot" : "last" };
  const message = say(verdict.key, { ...about, latest: dayValue(verdict.latest), days: verdict.days });
  if (target.opensOn) return [{ rule: "D7", severity: verdict.severity, message }];
  const isSure = judge(meetsOn, lastDayOf(opens.slice(0, 7)), rules)?.severity === "fail";
  const severity = isSure ? "fail" : ruleIn(rules, "D7").severity;
  return [{ rule: "D7", severity, message, remedy: assumption(target.group, opens) }];
}

const earliestOpening = ({ opensOn, month }: Target) => opensOn ?? (month && `${month}-01`);

const assumption = (group: string | null, opens: Day) =>
  say("rules.D7.assumed", { group: group ?? "", opens: dayValue(opens) });

function judge(lastOn: Day, opensOn: Day, rules: RuleSet): Verdict | null {
  const days = targetDays(opensOn, rules.limits.D7);
  const severity = ruleIn(rules, "D7").severity;
  const { availableDays, exceptionDays } = rules.limits.D7;
  const { exception, handIn, contribution } = days;
  const verdict = (key: WordKey, latest: Day, weight: Severity): Verdict => ({
    ...{ severity: weight, key, latest, days: key === "rules.D7.tooLate" ? availableDays : exceptionDays },
  });
  if (lastOn >= opensOn) return verdict("rules.D7.afterTarget", exception, "fail");
  if (lastOn > handIn) return verdict("rules.D7.tooLate", handIn, "fail");
  if (lastOn > contribution) return verdict("rules.D7.noContribution", contribution, severity);
  if (lastOn > exception) return verdict("rules.D7.exception", exception, severity);
  return null;
}

function lastDayOf(month: string): Day {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
