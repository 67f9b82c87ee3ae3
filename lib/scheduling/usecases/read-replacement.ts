import type { Db } from "#lib/db/client";
import type { Interval } from "#lib/kernel/interval";
import { countLeft } from "#lib/scheduling/domain/answers";
import { answerAt } from "#lib/scheduling/domain/packed-answers";
import { type Invitee, phaseOf, type Poll, type PollPhase, type Slot } from "#lib/scheduling/domain/poll";
import { type SlotTotal, tally } from "#lib/scheduling/domain/tally";
import { listInvitees } from "#lib/scheduling/store/invitees";
import { findReplacement } from "#lib/scheduling/store/replacements";
import { type Series, sideOf } from "#lib/series/domain/series";

/** A slot with what each side answered, and the names of those who are required and cannot attend. */
export type AskedSlot = Slot & { readonly total: SlotTotal; readonly missing: readonly string[] };

/** A small poll for another time of one meeting. No answers of single people. */
export type Replacement = {
  readonly id: string;
  readonly phase: PollPhase;
  readonly closesAt: Date | null;
  readonly slots: readonly AskedSlot[];
  readonly asked: number;
  /** Who answered every slot. */
  readonly complete: number;
  /** People asked, to know whether a reader is one of them. */
  readonly personIds: ReadonlySet<string>;
};

/** The newest small poll for a meeting, for a caller that has loaded the series for its reader; null before the first. */
export async function readReplacement(
  db: Db,
  series: Series,
  { meetingId, now }: { readonly meetingId: string; readonly now: Date },
): Promise<Replacement | null> {
  const poll = await findReplacement(db, meetingId);
  if (!poll) return null;
  const invitees = await listInvitees(db, poll.id);
  return {
    ...{ id: poll.id, phase: phaseOf(poll, now), closesAt: poll.closesAt },
    slots: countSlots(series, poll, invitees),
    asked: invitees.length,
    complete: invitees.filter(({ answers }) => countLeft(poll.slots, answers) === 0).length,
    personIds: new Set(invitees.map(({ personId }) => personId)),
  };
}

/** What was answered to exactly this time: in this poll; null when it was not on offer there. */
export async function readAnswersAt(
  db: Db,
  series: Series,
  { poll, at }: { readonly poll: Poll; readonly at: Interval },
): Promise<AskedSlot | null> {
  const isSame = ({ start, end }: Interval) =>
    start.getTime() === at.start.getTime() && end.getTime() === at.end.getTime();
  if (!poll.slots.some(isSame)) return null;
  return countSlots(series, poll, await listInvitees(db, poll.id)).find(isSame) ?? null;
}

function countSlots(series: Series, poll: Poll, invitees: readonly Invitee[]): AskedSlot[] {
  const rows = invitees.map(({ sideId, answers }) => ({ letter: sideOf(series, sideId).letter, answers }));
  const totals = tally(
    poll,
    series.sides.map(({ letter }) => letter),
    rows,
  );
  return poll.slots.flatMap((slot, index) => {
    const total = totals[index];
    const missing = invitees.filter((invitee) => invitee.required && !isAble(invitee, slot));
    return total ? [{ ...slot, total, missing: missing.map(({ name }) => name) }] : [];
  });
}

function isAble({ answers }: Invitee, { ordinal }: Slot): boolean {
  const answer = answerAt(answers, ordinal);
  return answer === "yes" || answer === "if_need_be";
}
