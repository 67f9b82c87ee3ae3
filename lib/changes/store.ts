import type { Db, Prisma } from "#lib/db/client";
import type { Words } from "#lib/kernel/words";
import type { Change } from "./domain/change.ts";

/** The changes of a meeting, newest first: the one that stands, and those decided. */
export async function listChanges(db: Db, meetingId: string): Promise<Change[]> {
  const rows = await db.meetingChange.findMany({
    where: { meetingId, supersededAt: null },
    orderBy: { proposedAt: "desc" },
  });
  return Promise.all(rows.map((row) => toChange(db, row)));
}

/** The change with this id of a meeting of the series, whatever became of it; null when there is none. */
export async function findChange(
  db: Db,
  seriesId: string,
  changeId: string,
): Promise<(Change & { readonly isSuperseded: boolean; readonly sequence: number }) | null> {
  const row = await db.meetingChange.findFirst({
    where: { id: changeId, meeting: { seriesId } },
    include: { meeting: { select: { sequence: true } } },
  });
  if (!row) return null;
  const change = await toChange(db, row);
  return { ...change, isSuperseded: row.supersededAt !== null, sequence: row.meeting.sequence };
}

/** Takes the row for this transaction: of two at once, the second runs anew and sees what the first did. */
export async function holdChange(db: Db, changeId: string): Promise<void> {
  const { reason } = await db.meetingChange.findUniqueOrThrow({ where: { id: changeId } });
  await db.meetingChange.update({ where: { id: changeId }, data: { reason } });
}

export type NewChange = Omit<Change, "id" | "proposedBy" | "decidedAt"> & { readonly proposedById: string };

/** Puts a change forward in place of those of the meeting that are not decided. Gives its id. */
export async function insertChange(db: Db, change: NewChange): Promise<string> {
  const { old, next, aside, ...rest } = change;
  await supersede(db, { meetingId: change.meetingId }, change.proposedAt);
  const times = { startsAt: next?.start ?? null, endsAt: next?.end ?? null };
  const aims = aside ? { aimsMissed: toJson(aside.missed), aimsReason: aside.reason } : {};
  const data = { ...rest, ...times, ...aims, oldStartsAt: old.start, oldEndsAt: old.end };
  return (await db.meetingChange.create({ data, select: { id: true } })).id;
}

/** Takes an undecided change back. Says whether there was one. */
export async function supersedeChange(db: Db, changeId: string, at: Date): Promise<boolean> {
  return (await supersede(db, { id: changeId }, at)) === 1;
}

export async function updateDecided(db: Db, changeId: string, decidedAt: Date): Promise<void> {
  await db.meetingChange.update({ where: { id: changeId }, data: { decidedAt } });
}

/** JSON has lists that can be written to. */
const toJson = (missed: readonly Words[]): Prisma.InputJsonArray => JSON.parse(JSON.stringify(missed));

async function supersede(db: Db, which: { id: string } | { meetingId: string }, at: Date): Promise<number> {
  const { count } = await db.meetingChange.updateMany({
    where: { ...which, supersededAt: null, decidedAt: null },
    data: { supersededAt: at },
  });
  return count;
}

async function toChange(db: Db, row: Prisma.MeetingChangeGetPayload<object>): Promise<Change> {
  const person = await db.person.findUnique({ where: { id: row.proposedById }, select: { name: true } });
  const { id, meetingId, startsAt, endsAt, reason, aimsReason, proposedAt, decidedAt } = row;
  return {
    ...{ id, meetingId, reason, proposedAt, decidedAt, proposedBy: person?.name ?? "" },
    kind: row.kind === "cancel" ? "cancel" : "move",
    old: { start: row.oldStartsAt, end: row.oldEndsAt },
    aside: aimsReason ? { missed: row.aimsMissed as unknown as readonly Words[], reason: aimsReason } : null,
    next: startsAt && endsAt ? { start: startsAt, end: endsAt } : null,
  };
}
