import type { Db } from "#lib/db/client";
import type { Day } from "#lib/kernel/day";
import { dayIn, GENEVA } from "#lib/kernel/zone";
import { type Actor, type GroupRole, isHeldOn, type SeriesPart } from "./domain/actor.ts";

/** Who a person is today, or null when there is no such person. `now` is the instant that says what today is in Geneva. */
export async function findActor(db: Db, personId: string, now: Date): Promise<Actor | null> {
  const row = await db.person.findUnique({
    where: { id: personId },
    select: {
      id: true,
      name: true,
      timeZone: true,
      roleHoldings: { include: { group: { select: { reference: true } } } },
      seriesMembers: { select: { seriesId: true, sideId: true, role: true, fromDay: true, toDay: true } },
    },
  });
  if (!row) return null;

  const today = dayIn(now, GENEVA);
  const held = row.roleHoldings.filter((holding) => isHeldOn(days(holding), today));
  return {
    id: row.id,
    name: row.name,
    timeZone: row.timeZone,
    isAdministrator: held.some((holding) => holding.role === "administrator"),
    roles: held.flatMap(({ role, groupId, group }) =>
      groupId && group ? [{ role: role as GroupRole, groupId, group: group.reference }] : [],
    ),
    parts: row.seriesMembers
      .filter((member) => isHeldOn(days(member), today))
      .map(({ seriesId, sideId, role }) => ({ seriesId, sideId, role: role as SeriesPart["role"] })),
  };
}

const days = (row: { fromDay: Date; toDay: Date | null }) => ({
  fromDay: row.fromDay.toISOString().slice(0, 10),
  toDay: row.toDay?.toISOString().slice(0, 10) ?? null,
});

/** Whether anybody is administrator on the Geneva day of `now`. */
export async function hasAdministrator(db: Db, now: Date): Promise<boolean> {
  const today = new Date(dayIn(now, GENEVA));
  const count = await db.roleHolding.count({
    where: {
      role: "administrator",
      fromDay: { lte: today },
      OR: [{ toDay: null }, { toDay: { gte: today } }],
    },
  });
  return count > 0;
}

/** Makes this the only set-up link. */
export async function replaceSetUpLink(
  db: Db,
  link: { readonly tokenHash: string; readonly expires: Date },
): Promise<void> {
  await db.setUpLink.deleteMany();
  await db.setUpLink.create({ data: link });
}

/** The id of the person with this e-mail address (lower case), or null. */
export async function findPersonIdByEmail(db: Db, email: string): Promise<string | null> {
  return (await db.person.findUnique({ where: { email }, select: { id: true } }))?.id ?? null;
}

/** Writes a new person down and gives the id. The e-mail address is in lower case. */
export async function insertPerson(
  db: Db,
  person: { name: string; email: string; entity?: string; country?: string | null; timeZone?: string },
): Promise<string> {
  const { name, email, entity, country, timeZone } = person;
  const data = { name, email, entity: entity ?? "", country: country ?? null, ...(timeZone && { timeZone }) };
  return (await db.person.create({ data, select: { id: true } })).id;
}

/** Whether the link with this hash is unused and not too old at `now`. */
export async function findGoodSetUpLink(db: Db, tokenHash: string, now: Date): Promise<boolean> {
  const link = await db.setUpLink.findUnique({ where: { tokenHash } });
  return link !== null && link.usedAt === null && link.expires > now;
}

/** Uses up whatever set-up link there is. */
export async function endSetUpLinks(db: Db, now: Date): Promise<void> {
  await db.setUpLink.updateMany({ where: { usedAt: null }, data: { usedAt: now } });
}

/** The id of the person with this address (lower case), who is made, or gets this name and zone. */
export async function upsertPersonByEmail(
  db: Db,
  person: { readonly email: string; readonly name: string; readonly timeZone: string },
): Promise<string> {
  const { email, ...rest } = person;
  const row = await db.person.upsert({
    where: { email },
    create: person,
    update: { ...rest, version: { increment: 1 } },
    select: { id: true },
  });
  return row.id;
}

export type NewHolding = {
  readonly personId: string;
  readonly role: string;
  readonly groupId: string | null;
  readonly fromDay: Day;
  readonly toDay?: Day | null;
};

/** Writes a role and gives its id. */
export async function insertHolding(db: Db, holding: NewHolding): Promise<string> {
  const { id } = await db.roleHolding.create({
    data: {
      personId: holding.personId,
      role: holding.role,
      groupId: holding.groupId,
      fromDay: new Date(holding.fromDay),
      toDay: holding.toDay ? new Date(holding.toDay) : null,
    },
    select: { id: true },
  });
  return id;
}
