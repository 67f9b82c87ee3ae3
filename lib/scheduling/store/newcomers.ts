import type { Db } from "#lib/db/client";
import type { PollState } from "#lib/scheduling/domain/poll";

/** An open door to a poll, as far as somebody without an account may know it. */
export type GeneralPoll = {
  readonly id: string;
  readonly seriesId: string;
  readonly title: string;
  readonly topic: string;
  readonly state: PollState;
  readonly closesAt: Date | null;
  readonly slots: number;
  readonly sides: readonly {
    readonly id: string;
    readonly letter: string;
    readonly group: { readonly id: string; readonly reference: string };
  }[];
};

const POLL = {
  ...{ id: true, seriesId: true, state: true, closesAt: true },
  _count: { select: { slots: { where: { withdrawnAt: null } } } },
  series: {
    select: {
      ...{ title: true, topic: true },
      sides: {
        orderBy: { letter: "asc" },
        select: { id: true, letter: true, group: { select: { id: true, reference: true } } },
      },
    },
  },
} as const;

/** The poll that this general link leads to, or null. */
export async function findPollByGeneralLink(db: Db, generalTokenHash: string): Promise<GeneralPoll | null> {
  const row = await db.datePoll.findUnique({ where: { generalTokenHash }, select: POLL });
  return row && toGeneral(row);
}

/** Whether a poll has a general link. */
export async function hasGeneralLink(db: Db, pollId: string): Promise<boolean> {
  return (await db.datePoll.count({ where: { id: pollId, generalTokenHash: { not: null } } })) > 0;
}

/** Gives a poll another general link, or none. */
export async function updateGeneralLink(
  db: Db,
  pollId: string,
  generalTokenHash: string | null,
): Promise<void> {
  await db.datePoll.update({ where: { id: pollId }, data: { generalTokenHash } });
}

/** Somebody who has still to show that the address is theirs. */
export type Newcomer = {
  readonly id: string;
  readonly sideId: string;
  readonly name: string;
  readonly entity: string;
  readonly country: string | null;
  readonly timeZone: string;
  /** Lower case. */
  readonly email: string;
  readonly expiresAt: Date;
  readonly confirmedAt: Date | null;
};

export async function insertNewcomer(
  db: Db,
  newcomer: Omit<Newcomer, "id" | "confirmedAt"> & { readonly pollId: string; readonly tokenHash: string },
): Promise<void> {
  await db.pollNewcomer.create({ data: newcomer });
}

/** Who got the mail with this token, and the poll; null for an unknown one. */
export async function findNewcomer(
  db: Db,
  tokenHash: string,
): Promise<{ readonly newcomer: Newcomer; readonly poll: GeneralPoll } | null> {
  const row = await db.pollNewcomer.findUnique({
    where: { tokenHash },
    select: {
      ...{ id: true, sideId: true, name: true, entity: true, country: true, timeZone: true, email: true },
      ...{ expiresAt: true, confirmedAt: true },
      poll: { select: POLL },
    },
  });
  if (!row) return null;
  const { poll, ...newcomer } = row;
  return { newcomer, poll: toGeneral(poll) };
}

export async function updateNewcomerConfirmed(db: Db, id: string, confirmedAt: Date): Promise<void> {
  await db.pollNewcomer.update({ where: { id }, data: { confirmedAt } });
}

/** The name under which somebody is asked in a poll, found by address; null when nobody is. */
export async function findInviteeIdByAddress(db: Db, pollId: string, email: string): Promise<string | null> {
  const row = await db.pollInvitee.findFirst({ where: { pollId, person: { email } }, select: { id: true } });
  return row?.id ?? null;
}

type Row = {
  readonly id: string;
  readonly seriesId: string;
  readonly state: string;
  readonly closesAt: Date | null;
  readonly _count: { readonly slots: number };
  readonly series: Pick<GeneralPoll, "title" | "topic" | "sides">;
};

const toGeneral = ({ _count, series, state, ...row }: Row): GeneralPoll => ({
  ...{ ...row, ...series, state: state as PollState, slots: _count.slots },
});
