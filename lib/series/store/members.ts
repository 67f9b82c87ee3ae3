import type { Db } from "#lib/db/client";
import { addDays, type Day } from "#lib/kernel/day";
import { dayIn, GENEVA } from "#lib/kernel/zone";

/** Writes down a side's co-chair, put forward at `now` and not yet welcomed. */
export async function putForwardCoChair(
  db: Db,
  part: { seriesId: string; sideId: string; personId: string; office: string },
  now: Date,
): Promise<string> {
  const { id } = await db.seriesMember.create({
    data: { ...part, role: "co_chair", putForwardAt: now, fromDay: new Date(dayIn(now, GENEVA)) },
    select: { id: true },
  });
  return id;
}

/** Marks the co-chair as welcomed, unless somebody did; tells whether it was done now. */
export async function welcomeMember(
  db: Db,
  memberId: string,
  welcome: { readonly by: string; readonly now: Date },
): Promise<boolean> {
  const { count } = await db.seriesMember.updateMany({
    where: { id: memberId, welcomedAt: null },
    data: { welcomedAt: welcome.now, welcomedById: welcome.by },
  });
  return count > 0;
}

/** Ends a part: the day before `today` is the last on which it was held. */
export async function endMember(db: Db, memberId: string, today: Day): Promise<void> {
  await db.seriesMember.update({ where: { id: memberId }, data: { toDay: new Date(addDays(today, -1)) } });
}

/** Makes these people participants for a side from `today` on; a part that ended earlier today goes on. */
export async function insertParticipants(
  db: Db,
  part: { readonly seriesId: string; readonly sideId: string; readonly today: Day },
  personIds: readonly string[],
): Promise<void> {
  const { seriesId, sideId } = part;
  const fromDay = new Date(part.today);
  const same = { seriesId, role: "participant", fromDay };
  await db.seriesMember.updateMany({
    where: { ...same, personId: { in: [...personIds] } },
    data: { sideId, toDay: null },
  });
  await db.seriesMember.createMany({
    data: personIds.map((personId) => ({ ...same, sideId, personId })),
    skipDuplicates: true,
  });
}

/** Somebody who holds a role in a group of a side. */
export type RoleHolder = {
  readonly personId: string;
  readonly name: string;
  readonly entity: string;
  readonly timeZone: string;
  readonly roles: readonly { readonly role: string; readonly group: string }[];
};

/** Who holds a role in one of the groups on that day, by name. */
export async function listRoleHolders(
  db: Db,
  groupIds: readonly string[],
  today: Day,
): Promise<RoleHolder[]> {
  const on = new Date(today);
  const held = {
    ...{ groupId: { in: [...groupIds] }, fromDay: { lte: on } },
    OR: [{ toDay: null }, { toDay: { gte: on } }],
  };
  const rows = await db.person.findMany({
    where: { roleHoldings: { some: held } },
    include: { roleHoldings: { where: held, include: { group: { select: { reference: true } } } } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, name, entity, timeZone, roleHoldings }) => ({
    ...{ personId: id, name, entity, timeZone },
    roles: roleHoldings.map(({ role, group }) => ({ role, group: group?.reference ?? "" })),
  }));
}
