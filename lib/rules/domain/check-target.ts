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
  const group = target.group ?? "";
  if (target.opensOn)
    return toFindings(judge(lastOn, target.opensOn, rules), { group, opens: target.opensOn });
  if (!target.month) return [{ rule: "D7", severity: "show", message: say("rules.D7.unknown", { group }) }];

  const first = `${target.month}-01`;
  const [worst, best] = [judge(lastOn, first, rules), judge(lastOn, lastDayOf(target.month), rules)];
  const severity = best?.severity === "fail" ? "fail" : ruleIn(rules, "D7").severity;
  const assumed = say("rules.D7.assumed", { group, opens: dayValue(first) });
  if (!worst) return [{ rule: "D7", severity: "show", message: assumed }];
  return toFindings({ ...worst, severity }, { group, opens: first }).map((finding) => ({
    ...finding,
    remedy: assumed,
  }));
}

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

function toFindings(
  verdict: Verdict | null,
  { group, opens }: { readonly group: string; readonly opens: Day },
): Finding[] {
  if (!verdict) return [];
  const values = { group, opens: dayValue(opens), latest: dayValue(verdict.latest), days: verdict.days };
  return [{ rule: "D7", severity: verdict.severity, message: say(verdict.key, values) }];
}

function lastDayOf(month: string): Day {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
