import { addDays, type Day } from "#lib/kernel/day";
import { monthsBefore } from "./check-notice.ts";
import { targetDays } from "./check-target.ts";
import { LIMITS, type Limits, type RuleId } from "./rules.ts";

/** What a plan is made from. All days are Geneva days. */
export type PlanInput = {
  readonly today: Day;
  /** The day the target meeting opens; the first of its month when only that is known. */
  readonly opensOn: Day;
  readonly meetingCount: number;
  /** Days from one meeting to the next, at the least. */
  readonly gapDays: number;
  /** The day the poll closes; null while that is open. */
  readonly closesOn: Day | null;
  /** Days of the slots on offer. */
  readonly slotDays: readonly Day[];
};

export type PlanStepKey =
  | "today"
  | "pollCloses"
  | "closeForNormal"
  | "closeAtLatest"
  | "firstMeeting"
  | "inputs"
  | "lastMeeting"
  | "contribution"
  | "handIn"
  | "available"
  | "target";

/** One day of the plan, and the rule that sets it; null for what people set. */
export type PlanStep = { readonly key: PlanStepKey; readonly day: Day; readonly rule: RuleId | null };

/** What happens to the slots when the poll closes later. */
export type LaterClosing = {
  /** Weeks after the closing that is planned. */
  readonly weeks: number;
  readonly closesOn: Day;
  /** Slots that then break N2 and did not before; and those that break N1 and did not before. */
  readonly lostByN2: number;
  readonly lostByN1: number;
  /** Slots that still keep N2, and are early enough for the target. */
  readonly left: number;
};

/** What the plan counts with, from the limits in force and the aims of the poll: its sentences name these numbers. */
export type PlanFigures = {
  readonly noticeMonths: number;
  readonly noticeDays: number;
  readonly gapDays: number;
  readonly exceptionDays: number;
  readonly contributionDays: number;
  readonly availableDays: number;
  readonly postingDays: number;
};

export type Plan = {
  readonly figures: PlanFigures;
  /** In order of the days; of one day, in the order of the work. */
  readonly steps: readonly PlanStep[];
  readonly later: readonly LaterClosing[];
};

/** How many later weeks are told. */
const WEEKS = 4;

/**
 * Plans from the target meeting backwards: what has to be on the agenda's table when, and so by when the last and the
 * first meeting are held, announced, and the poll closes.
 *
 * The last meeting is put before the days of the exception; the first as many gaps before it. Inputs to the last
 * meeting are due as long before it as Contributions are. A plan may lie in the past: it says so by its days.
 *
 * @see docs/rules.md#D7, #N1, #N2
 */
export function planBackwards(input: PlanInput, limits: Limits = LIMITS): Plan {
  const { today, opensOn, closesOn } = input;
  const target = targetDays(opensOn, limits.D7);
  const lastMeeting = target.exception;
  const firstMeeting = addDays(lastMeeting, -(input.meetingCount - 1) * input.gapDays);
  const steps: PlanStep[] = [
    { key: "today", day: today, rule: null },
    ...(closesOn ? [{ key: "pollCloses", day: closesOn, rule: null } as const] : []),
    { key: "closeForNormal", day: monthsBefore(firstMeeting, limits.N1.months), rule: "N1" },
    { key: "closeAtLatest", day: addDays(firstMeeting, -limits.N2.days), rule: "N2" },
    ...(input.meetingCount > 1 ? [{ key: "firstMeeting", day: firstMeeting, rule: null } as const] : []),
    { key: "inputs", day: addDays(lastMeeting, -limits.D7.contributionDays), rule: "D8" },
    { key: "lastMeeting", day: lastMeeting, rule: "D7" },
    { key: "contribution", day: target.contribution, rule: "D7" },
    { key: "handIn", day: target.handIn, rule: "D7" },
    { key: "available", day: target.available, rule: "D7" },
    { key: "target", day: opensOn, rule: null },
  ];
  const order = (step: PlanStep) => steps.indexOf(step);
  return {
    figures: figuresOf(input, limits),
    steps: [...steps].sort((a, b) => (a.day === b.day ? order(a) - order(b) : a.day < b.day ? -1 : 1)),
    later: laterClosings(input, { handIn: target.handIn, limits }),
  };
}

const figuresOf = ({ gapDays }: PlanInput, { N1, N2, D7 }: Limits): PlanFigures => ({
  ...{ noticeMonths: N1.months, noticeDays: N2.days, gapDays, postingDays: D7.postingWorkingDays },
  ...{
    exceptionDays: D7.exceptionDays,
    contributionDays: D7.contributionDays,
    availableDays: D7.availableDays,
  },
});

type Bounds = { readonly handIn: Day; readonly limits: Limits };

function laterClosings({ today, closesOn, slotDays }: PlanInput, { handIn, limits }: Bounds): LaterClosing[] {
  const base = closesOn && closesOn > today ? closesOn : today;
  const inTime = slotDays.filter((day) => day <= handIn);
  const breaks = {
    N2: (day: Day, closing: Day) => closing > addDays(day, -limits.N2.days),
    N1: (day: Day, closing: Day) => closing > monthsBefore(day, limits.N1.months),
  };
  return Array.from({ length: WEEKS }, (_, index) => {
    const closing = addDays(base, 7 * (index + 1));
    const lost = (rule: "N1" | "N2") =>
      inTime.filter((day) => breaks[rule](day, closing) && !breaks[rule](day, base)).length;
    return {
      ...{ weeks: index + 1, closesOn: closing, lostByN2: lost("N2"), lostByN1: lost("N1") },
      left: inTime.filter((day) => !breaks.N2(day, closing)).length,
    };
  });
}
