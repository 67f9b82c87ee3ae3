import { AppError } from "#lib/kernel/errors";
import type { SideConsent } from "./consents.ts";
import type { SeriesState } from "./series.ts";

/** What happens to a series on its way; the features in which it happens tell the series. */
export type SeriesEvent =
  | "poll_opened"
  | "meetings_planned"
  | "report_drafted"
  | "report_agreed"
  | "report_reopened"
  | "report_submitted"
  | "closed"
  | "withdrawn";

/** The states from the letter to the end, in order. */
export const WAY: readonly SeriesState[] = [
  "proposed",
  "agreed",
  "scheduling",
  "running",
  "report_drafted",
  "agreed_by_both",
  "submitted",
  "closed",
];

const STEPS: Readonly<
  Record<SeriesEvent, { readonly from: readonly SeriesState[]; readonly to: SeriesState }>
> = {
  poll_opened: { from: ["agreed"], to: "scheduling" },
  meetings_planned: { from: ["agreed", "scheduling"], to: "running" },
  report_drafted: { from: ["running"], to: "report_drafted" },
  report_agreed: { from: ["report_drafted"], to: "agreed_by_both" },
  report_reopened: { from: ["agreed_by_both"], to: "report_drafted" },
  report_submitted: { from: ["agreed_by_both"], to: "submitted" },
  closed: { from: ["submitted"], to: "closed" },
  withdrawn: {
    from: ["proposed", "agreed", "scheduling", "running", "report_drafted", "agreed_by_both", "declined"],
    to: "withdrawn",
  },
};

/**
 * The state of a series after something happened. What has happened before changes nothing: it may be told twice.
 *
 * @throws AppError `conflict` when the series is not that far yet, or is over.
 */
export function stateAfter(state: SeriesState, event: SeriesEvent): SeriesState {
  const { from, to } = STEPS[event];
  if (from.includes(state)) return to;
  if (state === to) return state;
  if (event !== "report_reopened" && hasPassed(state, to)) return state;
  throw new AppError("conflict", isOver(state) ? "series.refusal.over" : "series.refusal.notYet");
}

/**
 * The state of a series after a side has spoken on the series itself.
 *
 * @throws AppError `conflict` when a side says no to a series that is under way, or anything to one that is over.
 */
export function stateAfterConsent(state: SeriesState, joint: SideConsent["outcome"]): SeriesState {
  if (isOver(state)) throw new AppError("conflict", "series.refusal.over");
  if (["proposed", "agreed", "declined"].includes(state)) {
    return joint === "agreed" ? "agreed" : joint === "not_agreed" ? "declined" : "proposed";
  }
  if (joint === "not_agreed") throw new AppError("conflict", "series.refusal.underWay");
  return state;
}

/**
 * The state of a series after a side has spoken on its report.
 *
 * @throws AppError `conflict` when the report was not put to the sides yet, or was submitted already.
 */
export function stateAfterReportConsent(state: SeriesState, joint: SideConsent["outcome"]): SeriesState {
  if (isOver(state)) throw new AppError("conflict", "series.refusal.over");
  if (state !== "report_drafted" && state !== "agreed_by_both") {
    const isLate = hasReached(state, "submitted");
    throw new AppError("conflict", isLate ? "series.refusal.submitted" : "series.refusal.notYet");
  }
  return joint === "agreed" ? "agreed_by_both" : "report_drafted";
}

/** Whether nothing is to be done any more. */
export function isOver(state: SeriesState): boolean {
  return state === "closed" || state === "withdrawn";
}

/** @throws AppError `conflict` when the series is closed or withdrawn. */
export function requireNotOver(state: SeriesState): void {
  if (isOver(state)) throw new AppError("conflict", "series.refusal.over");
}

/** Whether a series has been in the given state and gone on. Declined and withdrawn series have passed nothing. */
export function hasPassed(state: SeriesState, earlier: SeriesState): boolean {
  const [at, before] = [WAY.indexOf(state), WAY.indexOf(earlier)];
  return before >= 0 && at > before;
}

/** Whether a series is in the given state or has passed it. */
export function hasReached(state: SeriesState, earlier: SeriesState): boolean {
  return state === earlier || hasPassed(state, earlier);
}
