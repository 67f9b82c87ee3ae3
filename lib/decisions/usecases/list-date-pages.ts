import { db } from "#lib/db/client";
import { takesPartInChoice, whyNoRanking } from "#lib/decisions/domain/policy";
import type { PollGate } from "#lib/decisions/domain/poll-gate";
import { findPollGate } from "#lib/decisions/store/gate";
import type { Actor } from "#lib/people/domain/actor";
import { mayInvite, mayRunPoll } from "#lib/scheduling/domain/policy";
import { phaseOf } from "#lib/scheduling/domain/poll";
import type { SeriesHead } from "#lib/series/domain/series";

/** A page of the dates. */
export type DatePage = "overview" | "answer" | "matrix" | "offer" | "people" | "choose" | "decision";

/** The pages of the dates that somebody who sees the series may open at `now`, in the order of the work. */
export async function listDatePages(
  actor: Actor,
  series: SeriesHead,
  now = new Date(),
): Promise<readonly DatePage[]> {
  const gate = await findPollGate(db, series.id, actor.id);
  const opens: Readonly<Record<DatePage, boolean>> = {
    overview: true,
    offer: mayRunPoll(actor, series),
    people: mayInvite(actor, series),
    answer: gate !== null && gate.own !== null && phaseOf(gate.poll, now) !== "draft",
    matrix: gate !== null,
    choose: gate !== null && mayChoose(actor, series, { gate, now }),
    decision: gate !== null && gate.isRecorded,
  };
  return ORDER.filter((page) => opens[page]);
}

const ORDER = ["overview", "offer", "people", "answer", "matrix", "choose", "decision"] as const;

function mayChoose(
  actor: Actor,
  series: SeriesHead,
  { gate: { poll, own }, now }: { readonly gate: PollGate; readonly now: Date },
): boolean {
  const look = { poll, now, answers: own?.answers ?? null };
  return takesPartInChoice(actor, series) && whyNoRanking(actor, series, look) === null;
}
