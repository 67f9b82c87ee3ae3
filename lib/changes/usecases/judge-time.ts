import { checkMove, type Others } from "#lib/changes/domain/change";
import { type Candidate, checkMoveAims } from "#lib/changes/domain/check-move-aims";
import type { Db } from "#lib/db/client";
import type { Aims } from "#lib/decisions/domain/aims";
import type { Finding } from "#lib/kernel/finding";
import type { Interval } from "#lib/kernel/interval";
import type { Words } from "#lib/kernel/words";
import type { Meeting } from "#lib/meetings/domain/meeting";
import type { SlotContext } from "#lib/scheduling/domain/findings";
import type { Poll } from "#lib/scheduling/domain/poll";
import { readAnswersAt, readReplacement } from "#lib/scheduling/usecases/read-replacement";
import type { Series } from "#lib/series/domain/series";

/** A meeting with all that a new time of it is held against. */
export type Judging = {
  readonly series: Series;
  readonly meeting: Pick<Meeting, "id" | "sequence">;
  /** All meetings of the series. */
  readonly others: Others;
  readonly context: SlotContext;
  /** The poll of the series and its aims; null when there is none. */
  readonly poll: Poll | null;
  readonly aims: Aims | null;
  readonly now: Date;
};

/** What the rules say of the meeting at this time, and what the aims of the poll ask for and it does not keep. */
export function judgeTime(
  next: Candidate,
  { series, meeting, others, context, aims }: Judging,
): { readonly findings: readonly Finding[]; readonly missed: readonly Words[] } {
  const groupOf = (letter: string) =>
    series.sides.find((side) => side.letter === letter)?.group.reference ?? letter;
  return {
    findings: checkMove(next, meeting, { others, context }),
    missed: aims ? checkMoveAims(next, meeting, { others, aims, groupOf }) : [],
  };
}

/** A time with what people answered to it, in the small poll of the meeting or else in that of the series. */
export async function candidateAt(
  db: Db,
  { series, meeting, poll, now }: Judging,
  { start, end }: Interval,
): Promise<Candidate> {
  const replacement = await readReplacement(db, series, { meetingId: meeting.id, now });
  const isSame = (slot: Interval) =>
    slot.start.getTime() === start.getTime() && slot.end.getTime() === end.getTime();
  const slot =
    replacement?.slots.find(isSame) ??
    (poll && (await readAnswersAt(db, series, { poll, at: { start, end } })));
  return { start, end, sides: slot?.total.sides ?? null, missing: slot?.missing ?? [] };
}
