import type { Aims } from "#lib/decisions/domain/aims";
import { aimsWords, type CheckedMeeting, checkAims } from "#lib/decisions/domain/check-aims";
import type { Interval } from "#lib/kernel/interval";
import type { Words } from "#lib/kernel/words";
import { type Meeting, otherMeetings } from "#lib/meetings/domain/meeting";
import type { Others } from "./change.ts";

/** A new time, with what people answered to it as far as they were asked. */
export type Candidate = Interval & Pick<CheckedMeeting, "sides" | "missing">;

/** What the aims of the poll ask for and a meeting at its new time would not keep: gaps, week, window, quorum, people. */
export function checkMoveAims(
  next: Candidate,
  meeting: Pick<Meeting, "id">,
  {
    others,
    aims,
    groupOf,
  }: { readonly others: Others; readonly aims: Aims; readonly groupOf: (letter: string) => string },
): Words[] {
  const kept = otherMeetings(others, meeting.id).map(({ id, start, end }) => ({
    id,
    start,
    end,
    ...UNASKED,
  }));
  const meetings = [...kept, { ...next, id: meeting.id }];
  return aimsWords(meetings, checkAims(meetings, aims, meeting.id), groupOf);
}

/** A time about which nobody was asked. */
export const UNASKED = { sides: null, missing: [] } as const;
