import { AppError } from "#lib/kernel/errors";
import type { Actor } from "#lib/people/domain/actor";
import { isCoChair, isSecretariat, requireCoChair, requireMaySeeSeries } from "#lib/series/domain/policy";
import { type Series, type SeriesHead, sideOf } from "#lib/series/domain/series";
import { isOver } from "#lib/series/domain/states";
import { phaseOf, type Poll } from "./poll.ts";
import { lettersOf } from "./sight.ts";
import type { WhichPoll } from "./which-poll.ts";

/** Co-chairs of either side run the poll: they offer slots, open it, and put a series forward. */
export function mayRunPoll(actor: Actor, series: SeriesHead, which: WhichPoll = {}): boolean {
  return isCoChair(actor, series) && takesDates(series, which);
}

/**
 * Dates are looked for once both sides agreed to the series, until it is running; another time for one meeting until
 * the series is over.
 */
function takesDates({ state }: Pick<Series, "state">, { sequence }: WhichPoll): boolean {
  return sequence === undefined ? state === "agreed" || state === "scheduling" : !isOver(state);
}

function requireTakesDates(series: Series, which: WhichPoll): void {
  if (!takesDates(series, which)) throw new AppError("conflict", "scheduling.refusal.seriesState");
}

/** @throws AppError `not_found`, `forbidden` for who is no co-chair, `conflict` when the series is in another state. */
export function requireMayRunPoll(actor: Actor, series: Series, which: WhichPoll = {}): void {
  requireCoChair(actor, series);
  requireTakesDates(series, which);
}

/** Slots may change until the deadline. @throws AppError `conflict` when the poll is closed or decided. */
export function requireTakesSlots(poll: Poll, now: Date): void {
  const phase = phaseOf(poll, now);
  if (phase === "closed") throw new AppError("conflict", "scheduling.refusal.closedForSlots");
  if (phase === "decided") throw new AppError("conflict", "scheduling.refusal.decided");
}

/** @throws AppError `conflict` when the poll takes no answers at `now`, by the server's clock. */
export function requireTakesAnswers(poll: Pick<Poll, "state" | "closesAt">, now: Date): void {
  const phase = phaseOf(poll, now);
  if (phase === "closed") throw new AppError("conflict", "scheduling.refusal.closed");
  if (phase === "draft") throw new AppError("conflict", "scheduling.refusal.notOpen");
  if (phase === "decided") throw new AppError("conflict", "scheduling.refusal.decided");
}

/** What of a poll says whether it hides answers until its deadline. */
type Hides = Pick<Poll, "state" | "closesAt" | "hidesOthers" | "hidesSides">;

const hides = ({ hidesOthers, hidesSides }: Hides) => hidesOthers || hidesSides;

/**
 * One co-chair alone may close a poll early only when that shows nobody what was hidden.
 *
 * @throws AppError `conflict` when the poll is not open, or hides answers that the sides did not agree to show.
 */
export function requireMayClose(poll: Hides, now: Date): void {
  requireTakesAnswers(poll, now);
  if (hides(poll)) throw new AppError("conflict", "scheduling.refusal.hiddenUntilDeadline");
}

/**
 * A later deadline is one co-chair's to set, but it opens no poll again whose hidden answers were shown when it closed:
 * who saw them would answer knowing what the others could not.
 *
 * @throws AppError `conflict` when the poll is a draft, decided, or closed and hid answers without the sides' consent.
 */
export function requireMayExtend(poll: Hides, now: Date): void {
  const phase = phaseOf(poll, now);
  if (phase === "decided") throw new AppError("conflict", "scheduling.refusal.decided");
  if (phase === "draft") throw new AppError("conflict", "scheduling.refusal.notOpen");
  if (phase === "closed" && hides(poll)) throw new AppError("conflict", "scheduling.refusal.shownAtDeadline");
}

/**
 * The sides agree to show what is hidden once the poll is open, and after its deadline so that it may open again.
 *
 * @throws AppError `conflict` for a draft, where it is chosen with the opening, and when the poll is decided.
 */
export function requireTakesOpening(poll: Pick<Poll, "state">): void {
  if (poll.state === "draft") throw new AppError("conflict", "scheduling.refusal.notOpen");
  if (poll.state === "decided") throw new AppError("conflict", "scheduling.refusal.decided");
}

/** A series is put forward once the poll is closed. @throws AppError `conflict` before and after that. */
export function requireTakesChoice(poll: Poll, now: Date): void {
  const phase = phaseOf(poll, now);
  if (phase === "draft") throw new AppError("conflict", "scheduling.refusal.notOpen");
  if (phase === "open") throw new AppError("conflict", "scheduling.refusal.stillOpen");
  if (phase === "decided") throw new AppError("conflict", "scheduling.refusal.decided");
}

/** Co-chairs and secretariats of either side say who is asked. */
export function mayInvite(actor: Actor, series: SeriesHead, which: WhichPoll = {}): boolean {
  return (isCoChair(actor, series) || isSecretariat(actor, series)) && takesDates(series, which);
}

/** @throws AppError `not_found`, `forbidden` for anybody else, `conflict` when the series is in another state. */
export function requireMayInvite(actor: Actor, series: Series, which: WhichPoll = {}): void {
  requireMaySeeSeries(actor, series);
  if (!isCoChair(actor, series) && !isSecretariat(actor, series))
    throw new AppError("forbidden", "refusal.forbidden");
  requireTakesDates(series, which);
}

/** Who is asked may change until the deadline. @throws AppError `conflict` when the poll is closed or decided. */
export function requireTakesPeople(poll: Pick<Poll, "state" | "closesAt">, now: Date): void {
  const phase = phaseOf(poll, now);
  if (phase === "closed") throw new AppError("conflict", "scheduling.refusal.closed");
  if (phase === "decided") throw new AppError("conflict", "scheduling.refusal.decided");
}

/** The sides for which the two entries of a pair were asked. */
type PairOfSides = readonly [string, string];

/**
 * Whether two entries may become one: while each side is hidden from the other, only entries of one side, by somebody
 * who belongs to it. Nobody's answers then move, or are changed, where they cannot be seen.
 */
export function mayMerge(
  actor: Actor,
  series: Series,
  { poll, sideIds, now }: { readonly poll: Hides; readonly sideIds: PairOfSides; readonly now: Date },
): boolean {
  if (!poll.hidesSides || phaseOf(poll, now) !== "open") return true;
  const [one, other] = sideIds;
  return one === other && lettersOf(actor, series, null).includes(sideOf(series, one).letter);
}

/** The secretariat of either side enters what somebody told it; nobody else answers for another. */
export function mayEnterAnswers(actor: Actor, series: Series, which: WhichPoll = {}): boolean {
  return isSecretariat(actor, series) && takesDates(series, which);
}

/** @throws AppError `not_found`, `forbidden` for anybody else, `conflict` when the series is in another state. */
export function requireMayEnterAnswers(actor: Actor, series: Series, which: WhichPoll = {}): void {
  requireMaySeeSeries(actor, series);
  if (!isSecretariat(actor, series)) throw new AppError("forbidden", "refusal.forbidden");
  requireTakesDates(series, which);
}
