import type { Db } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import type { PollComment } from "#lib/scheduling/domain/comment";

/** All comments of a poll, the oldest first. Of a deleted one nothing is read but that it was there. */
export async function listComments(db: Db, pollId: string): Promise<PollComment[]> {
  const rows = await db.pollComment.findMany({
    where: { pollId },
    orderBy: [{ writtenAt: "asc" }, { id: "asc" }],
  });
  const people = await db.person.findMany({
    where: { id: { in: rows.map(({ personId }) => personId) } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return rows.map(({ id, personId, text, writtenAt, deletedAt }) => ({
    ...{ id, personId, writtenAt, isDeleted: deletedAt !== null },
    ...{ name: names.get(personId) ?? "", text: deletedAt ? "" : text },
  }));
}

/** How many comments somebody has in a poll, deleted ones left out. */
export async function countComments(db: Db, pollId: string, personId: string): Promise<number> {
  return db.pollComment.count({ where: { pollId, personId, deletedAt: null } });
}

export async function insertComment(
  db: Db,
  comment: {
    readonly pollId: string;
    readonly personId: string;
    readonly text: string;
    readonly writtenAt: Date;
  },
): Promise<string> {
  return (await db.pollComment.create({ data: comment, select: { id: true } })).id;
}

/** Who wrote a comment of this poll that was not deleted. @throws AppError `not_found` */
export async function getCommentAuthor(db: Db, pollId: string, id: string): Promise<string> {
  const row = await db.pollComment.findFirst({
    where: { id, pollId, deletedAt: null },
    select: { personId: true },
  });
  if (!row) throw new AppError("not_found", "refusal.notFound");
  return row.personId;
}

/** Empties a comment for good. */
export async function emptyComment(
  db: Db,
  id: string,
  by: { readonly deletedAt: Date; readonly deletedById: string },
): Promise<void> {
  await db.pollComment.update({ where: { id }, data: { ...by, text: "" } });
}
