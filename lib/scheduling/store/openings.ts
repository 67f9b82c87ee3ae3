import type { Db } from "#lib/db/client";
import type { Hiding } from "#lib/scheduling/domain/sight";
import { tellPollChanged } from "./changes.ts";

/** A side's consent to show more of the answers, with the name of who gave it. */
export type Opening = {
  readonly setting: Hiding;
  readonly sideId: string;
  readonly by: string;
  readonly agreedAt: Date;
};

/** All that the sides agreed to show, oldest first. */
export async function listOpenings(db: Db, pollId: string): Promise<Opening[]> {
  const rows = await db.pollOpening.findMany({ where: { pollId }, orderBy: { agreedAt: "asc" } });
  if (rows.length === 0) return [];
  const people = await db.person.findMany({
    where: { id: { in: rows.map(({ personId }) => personId) } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return rows.map(({ setting, sideId, personId, agreedAt }) => ({
    ...{ setting: setting as Hiding, sideId, agreedAt },
    by: names.get(personId) ?? "",
  }));
}

/** Writes down that these sides agree; what one agreed to before stays as it is. Gives the sides that now agree. */
export async function insertOpenings(
  db: Db,
  {
    pollId,
    setting,
    personId,
  }: { readonly pollId: string; readonly setting: Hiding; readonly personId: string },
  given: { readonly sideIds: readonly string[]; readonly at: Date },
): Promise<string[]> {
  await db.pollOpening.createMany({
    data: given.sideIds.map((sideId) => ({ pollId, setting, sideId, personId, agreedAt: given.at })),
    skipDuplicates: true,
  });
  await tellPollChanged(db, pollId);
  const rows = await db.pollOpening.findMany({ where: { pollId, setting }, select: { sideId: true } });
  return rows.map(({ sideId }) => sideId);
}

/** Switches a setting off. Nothing switches it on again. */
export async function updateOpened(db: Db, pollId: string, setting: Hiding): Promise<void> {
  const data = setting === "others" ? { hidesOthers: false } : { hidesSides: false };
  await db.datePoll.update({ where: { id: pollId }, data });
}
