import type { Db } from "#lib/db/client";
import { findReplacement } from "#lib/scheduling/store/replacements";
import { holdPoll, updateDeadline, updatePollDecided } from "#lib/scheduling/store/polls";

/**
 * Ends the small poll for a meeting: closed at an instant, so that a time can be put forward, or for good. Says whether
 * there was one to end. For use cases that have asked for rights, in their transaction.
 */
export async function endReplacement(
  db: Db,
  meetingId: string,
  how: { readonly closeAt: Date } | "for good",
): Promise<boolean> {
  const poll = await findReplacement(db, meetingId);
  if (poll?.state !== "open") return false;
  await holdPoll(db, poll.id);
  if (how === "for good") await updatePollDecided(db, poll.id);
  else if (poll.closesAt && poll.closesAt <= how.closeAt) return false;
  else await updateDeadline(db, poll.id, how.closeAt);
  return true;
}
