import { findDecidingPeople } from "#lib/decisions/usecases/find-deciding-people";
import { log } from "#lib/log/log";
import { type DuePoll, listDueReminders, remindPeople } from "#lib/scheduling/usecases/remind-people";

const MINUTE_MS = 60_000;

/**
 * Reminds everybody who is due at `now` and whose answer can still change which series is best, or which other time of one
 * meeting, and gives how many mails were posted. A poll of which it fails keeps no other waiting. May run twice, and in two processes.
 */
export async function remindDue(now = new Date()): Promise<number> {
  let mails = 0;
  for (const due of await listDueReminders(now))
    mails += await remindPoll(due, now).catch((error: unknown) => {
      log.warn({ err: error, poll: due.pollId }, "reminding failed");
      return 0;
    });
  return mails;
}

async function remindPoll(due: DuePoll, now: Date): Promise<number> {
  const deciding = await findDecidingPeople(due, now);
  const inviteeIds = due.inviteeIds.filter((id) => deciding.has(id));
  return remindPeople({ ...due, inviteeIds }, now);
}

/** Looks once a minute for people to remind. */
export function startReminding(): { stop(): Promise<void> } {
  let running: Promise<unknown> | null = null;
  const timer = setInterval(() => {
    running ??= remindDue()
      .then(
        (mails) => mails > 0 && log.info({ mails }, "reminders posted"),
        (error: unknown) => log.warn({ err: error }, "reminding failed"),
      )
      .finally(() => (running = null));
  }, MINUTE_MS);
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
