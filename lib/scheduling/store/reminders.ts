import type { Db } from "#lib/db/client";

/** When those are reminded whose answers can still change the result; earliest first. */
export async function listRemindAt(db: Db, pollId: string): Promise<Date[]> {
  const row = await db.datePoll.findUnique({ where: { id: pollId }, select: { remindAt: true } });
  return [...(row?.remindAt ?? [])].sort((a, b) => a.getTime() - b.getTime());
}

export async function updateRemindAt(db: Db, pollId: string, remindAt: readonly Date[]): Promise<void> {
  await db.datePoll.update({ where: { id: pollId }, data: { remindAt: [...remindAt] } });
}

/** Open polls that have times for reminders, small ones for one meeting too, with the id of their series. */
export async function listPollsWithReminders(
  db: Db,
  now: Date,
): Promise<{ readonly id: string; readonly seriesId: string }[]> {
  return db.datePoll.findMany({
    where: { state: "open", closesAt: { gt: now }, remindAt: { isEmpty: false } },
    select: { id: true, seriesId: true },
    orderBy: { id: "asc" },
  });
}

/** For which times who was reminded, by invitee. */
export async function listReminded(db: Db, pollId: string): Promise<ReadonlyMap<string, readonly Date[]>> {
  const rows = await db.pollReminder.findMany({
    where: { invitee: { pollId } },
    select: { inviteeId: true, dueAt: true },
  });
  const byInvitee = Map.groupBy(rows, ({ inviteeId }) => inviteeId);
  return new Map([...byInvitee].map(([id, of]) => [id, of.map(({ dueAt }) => dueAt)]));
}

/** Notes that somebody is reminded for these times. Says whether nobody had done so before for any of them. */
export async function insertReminders(
  db: Db,
  inviteeId: string,
  { dueAt, sentAt }: { readonly dueAt: readonly Date[]; readonly sentAt: Date },
): Promise<boolean> {
  const { count } = await db.pollReminder.createMany({
    data: dueAt.map((time) => ({ inviteeId, dueAt: time, sentAt })),
    skipDuplicates: true,
  });
  return count === dueAt.length;
}
