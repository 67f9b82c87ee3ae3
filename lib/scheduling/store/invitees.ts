import type { Db, Prisma } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import type { Invitee } from "#lib/scheduling/domain/poll";
import { tellPollChanged } from "./changes.ts";

const INVITEE = {
  ...{ id: true, personId: true, sideId: true, answers: true, answeredAt: true, note: true, version: true },
  ...{ required: true, enteredById: true, linkNumber: true },
  ...{ tokenHash: true, pollId: true, person: { select: { name: true, entity: true, timeZone: true } } },
} as const satisfies Prisma.PollInviteeSelect;

type InviteeRow = Prisma.PollInviteeGetPayload<{ select: typeof INVITEE }>;

/** Everybody asked, by name. */
export async function listInvitees(db: Db, pollId: string): Promise<Invitee[]> {
  const rows = await db.pollInvitee.findMany({
    where: { pollId },
    select: INVITEE,
    orderBy: [{ person: { name: "asc" } }, { id: "asc" }],
  });
  return rows.map(toInvitee);
}

/** Who holds the link with this hash, with the ids of the poll and the series; null for unknown and revoked ones. */
export async function findInviteeByToken(
  db: Db,
  tokenHash: string,
): Promise<{ readonly invitee: Invitee; readonly pollId: string; readonly seriesId: string } | null> {
  const [row] = await db.$queryRaw<(InviteeRow & { readonly seriesId: string })[]>`
    select i.id, i.person_id as "personId", i.side_id as "sideId", i.answers, i.answered_at as "answeredAt", i.note,
      i.version, i.required, i.entered_by_id as "enteredById", i.link_number as "linkNumber",
      i.token_hash as "tokenHash", i.poll_id as "pollId", p.series_id as "seriesId",
      json_build_object('name', n.name, 'entity', n.entity, 'timeZone', n.time_zone) as person
    from poll_invitees i join date_polls p on p.id = i.poll_id join people n on n.id = i.person_id
    where i.token_hash = ${tokenHash}`;
  return row ? { invitee: toInvitee(row), pollId: row.pollId, seriesId: row.seriesId } : null;
}

/** The person's own row in a poll, or null when not invited. */
export async function findInviteeByPerson(db: Db, pollId: string, personId: string): Promise<Invitee | null> {
  const row = await db.pollInvitee.findUnique({
    where: { pollId_personId: { pollId, personId } },
    select: INVITEE,
  });
  return row && toInvitee(row);
}

/** @throws AppError `not_found` when nobody with this id is asked in this poll. */
export async function getInvitee(db: Db, pollId: string, inviteeId: string): Promise<Invitee> {
  const row = await db.pollInvitee.findUnique({ where: { id: inviteeId, pollId }, select: INVITEE });
  if (!row) throw new AppError("not_found", "refusal.notFound");
  return toInvitee(row);
}

/** Asks somebody, with the hash of the personal link. */
export async function insertInvitee(
  db: Db,
  invitee: {
    readonly pollId: string;
    readonly personId: string;
    readonly sideId: string;
    /** Null while the poll is a draft: the link is made when it opens. */
    readonly tokenHash: string | null;
    readonly linkNumber: number;
  },
): Promise<void> {
  await db.pollInvitee.create({ data: invitee });
  await tellPollChanged(db, invitee.pollId);
}

/** What is kept of somebody's link. @throws AppError `not_found` */
export async function getLink(
  db: Db,
  inviteeId: string,
): Promise<{ readonly tokenHash: string | null; readonly revokedAt: Date | null }> {
  const row = await db.pollInvitee.findUnique({
    where: { id: inviteeId },
    select: { tokenHash: true, revokedAt: true },
  });
  if (!row) throw new AppError("not_found", "refusal.notFound");
  return row;
}

/** Gives somebody another link, or none. */
export async function updateLink(
  db: Db,
  inviteeId: string,
  link: { readonly tokenHash: string | null; readonly revokedAt: Date | null; readonly linkNumber?: number },
): Promise<void> {
  await db.pollInvitee.update({ where: { id: inviteeId }, data: link });
}

/** Whose attendance every meeting needs: these people of the poll and no others. */
export async function updateRequired(db: Db, pollId: string, personIds: readonly string[]): Promise<void> {
  const ids = [...personIds];
  await db.pollInvitee.updateMany({
    where: { pollId, required: true, personId: { notIn: ids } },
    data: { required: false },
  });
  await db.pollInvitee.updateMany({ where: { pollId, personId: { in: ids } }, data: { required: true } });
  await tellPollChanged(db, pollId);
}

/** Takes somebody off the list, with the link and whatever was answered. */
export async function deleteInvitee(db: Db, inviteeId: string): Promise<void> {
  const { pollId } = await db.pollInvitee.delete({ where: { id: inviteeId }, select: { pollId: true } });
  await tellPollChanged(db, pollId);
}

/** Keeps what two entries of one person say together. */
export async function updateMerged(
  db: Db,
  inviteeId: string,
  merged: {
    readonly answers: Uint8Array<ArrayBuffer> | null;
    readonly note: string;
    readonly answeredAt: Date | null;
    readonly enteredById: string | null;
    readonly required: boolean;
  },
): Promise<void> {
  const { pollId } = await db.pollInvitee.update({
    where: { id: inviteeId },
    data: { ...merged, version: { increment: 1 } },
    select: { pollId: true },
  });
  await tellPollChanged(db, pollId);
}

/** The names of these people, by id. */
export async function namesOf(db: Db, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db.person.findMany({
    where: { id: { in: [...new Set(personIds)] } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Keeps a person's answers whole. Says whether the row still was the version that `seen` names. */
export async function updateAnswers(
  db: Db,
  seen: { readonly id: string; readonly version: number },
  given: {
    readonly answers: Uint8Array<ArrayBuffer>;
    readonly note: string;
    readonly answeredAt: Date;
    /** Left out when it was the person. */
    readonly enteredById?: string | null;
  },
): Promise<boolean> {
  const [kept] = await db.pollInvitee.updateManyAndReturn({
    where: { id: seen.id, version: seen.version },
    data: { enteredById: null, ...given, version: { increment: 1 } },
    select: { pollId: true },
  });
  if (kept) await tellPollChanged(db, kept.pollId);
  return kept !== undefined;
}

/** Where to write to people. Addresses go into mails and nowhere else. */
export async function listAddresses(
  db: Db,
  personIds: readonly string[],
): Promise<
  { readonly id: string; readonly name: string; readonly email: string; readonly timeZone: string }[]
> {
  return db.person.findMany({
    where: { id: { in: [...personIds] } },
    select: { id: true, name: true, email: true, timeZone: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
}

const toInvitee = ({ tokenHash, person, pollId: _pollId, ...row }: InviteeRow): Invitee => ({
  ...row,
  ...person,
  hasLink: tokenHash !== null,
});
