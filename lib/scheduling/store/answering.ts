import { type Db, db as whole, type Prisma, sql } from "#lib/db/client";
import { together } from "#lib/db/together";
import { once } from "#lib/kernel/once";
import type { Poll } from "#lib/scheduling/domain/poll";
import { tellChange } from "./changes.ts";
import { getPollById } from "./polls.ts";

const MOST_POLLS = 50;

// Slots are the same as long as their version is: everything that changes them makes it another.
const polls = once("scheduling.offered", () => new Map<string, Poll>());

/**
 * The poll as it is now, for somebody who answers it. Its slots are read once for each version of them; what an answer
 * depends on besides (phase, deadline, version) is read each time.
 */
export async function getPollToAnswer(db: Db, pollId: string): Promise<Poll> {
  const now = db === whole ? await findNow(pollId) : (await listNow(db, [pollId])).get(pollId);
  const kept = polls.get(pollId);
  if (now && kept && isSame(kept, now)) return kept;
  const poll = await getPollById(db, pollId);
  if (polls.size >= MOST_POLLS) polls.clear();
  polls.set(pollId, poll);
  return poll;
}

const findNow = together((pollIds) => listNow(whole, pollIds));

async function listNow(db: Db, pollIds: readonly string[]): Promise<Map<string, Now>> {
  const rows = await db.$queryRaw<(Now & { readonly id: string })[]>`
    select id, slots_version as "slotsVersion", state, closes_at as "closesAt"
    from date_polls where id = any(${[...pollIds]}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row]));
}

type Now = { readonly slotsVersion: number; readonly state: string; readonly closesAt: Date | null };

const isSame = (kept: Poll, now: Now) =>
  kept.slotsVersion === now.slotsVersion &&
  kept.state === now.state &&
  kept.closesAt?.getTime() === now.closesAt?.getTime();

/**
 * Keeps a person's answers whole: one row, its line in the trail and the word to all who look, in one statement. Says
 * whether they were kept: the row must be the version that was seen, and the poll open at that instant with the slots
 * that were seen. The poll cannot change meanwhile.
 */
export async function keepAnswers(
  db: Db,
  seen: {
    readonly inviteeId: string;
    readonly version: number;
    readonly poll: Pick<Poll, "id" | "slotsVersion">;
  },
  given: {
    readonly answers: Uint8Array<ArrayBuffer>;
    readonly note: string;
    readonly answeredAt: Date;
    /** The line in the trail, written where the condition holds. */
    readonly trail: (where: Prisma.Sql) => Prisma.Sql;
  },
): Promise<boolean> {
  const { inviteeId, version, poll } = seen;
  const told = await db.$queryRaw<unknown[]>`
    with open as (
      select id from date_polls
      where id = ${poll.id}::uuid and state = 'open' and closes_at > ${given.answeredAt}
        and slots_version = ${poll.slotsVersion}
      for share),
    kept as (
      update poll_invitees i
      set answers = ${given.answers}, note = ${given.note}, answered_at = ${given.answeredAt}, entered_by_id = null,
        version = i.version + 1
      from open where i.id = ${inviteeId}::uuid and i.poll_id = open.id and i.version = ${version}
      returning i.id),
    trail as (${given.trail(sql`exists (select from kept)`)})
    ${tellChange(poll.id, sql`kept`)}`;
  return told.length > 0;
}
