import type { Db, Prisma } from "#lib/db/client";
import type { Day } from "#lib/kernel/day";
import { AppError } from "#lib/kernel/errors";
import { isUuid } from "#lib/kernel/uuid";
import { dayIn, GENEVA } from "#lib/kernel/zone";
import type { Actor, GroupRole, SeriesPart } from "./domain/actor.ts";
import type { PersonEntry } from "./domain/person.ts";
import type { Role, RolePlace, RoleSpan } from "./domain/role.ts";

type ActorRow = {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly roles: readonly { role: string; groupId: string | null; group: string | null }[];
  readonly parts: readonly { seriesId: string; sideId: string; role: string }[];
};

/** A person by id, or by the hash of the token of a session that has not ended. */
export type Known = { readonly personId: string } | { readonly sessionHash: string };

/**
 * Who a person is today, or null when there is no such person. `now` is the instant that says what today is in Geneva.
 *
 * Every request asks it, so it is one question to the database and not one for each table.
 */
export async function findActor(db: Db, known: Known, now: Date): Promise<Actor | null> {
  const [personId, sessionHash] = "personId" in known ? [known.personId, null] : [null, known.sessionHash];
  if (personId !== null && !isUuid(personId)) return null;
  const today = dayIn(now, GENEVA);
  const [row] = await db.$queryRaw<ActorRow[]>`
    select p.id, p.name, p.time_zone as "timeZone",
      (select coalesce(json_agg(json_build_object('role', h.role, 'groupId', h.group_id, 'group', g.reference)), '[]')
        from role_holdings h left join groups g on g.id = h.group_id
        where h.person_id = p.id and h.from_day <= ${today}::date
          and (h.to_day is null or h.to_day >= ${today}::date)) as roles,
      (select coalesce(json_agg(json_build_object(
          'seriesId', m.series_id, 'sideId', m.side_id, 'role', m.role)), '[]')
        from series_members m
        where m.person_id = p.id and m.from_day <= ${today}::date
          and (m.to_day is null or m.to_day >= ${today}::date)) as parts
    from people p where p.id = coalesce(${personId}::uuid,
      (select s.person_id from sessions s where s.token_hash = ${sessionHash} and s.expires > ${now}))`;
  if (!row) return null;
  return {
    ...{ id: row.id, name: row.name, timeZone: row.timeZone },
    isAdministrator: row.roles.some(({ role }) => role === "administrator"),
    roles: row.roles.flatMap(({ role, groupId, group }) =>
      groupId && group ? [{ role: role as GroupRole, groupId, group }] : [],
    ),
    parts: row.parts.map(({ seriesId, sideId, role }) => ({
      ...{ seriesId, sideId },
      role: role as SeriesPart["role"],
    })),
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
  person: {
    name: string;
    email: string;
    honorific?: string | null;
    entity?: string;
    country?: string | null;
    timeZone?: string;
  },
): Promise<string> {
  const { name, email, honorific = null, entity = "", country = null, timeZone } = person;
  const data = { name, email, honorific, entity, country, ...(timeZone && { timeZone }) };
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

const PLACE = {
  select: {
    id: true,
    reference: true,
    kind: true,
    parentId: true,
    parent: { select: { parentId: true } },
  },
} as const;

const WITH_ROLES = {
  roleHoldings: { include: { group: PLACE }, orderBy: [{ fromDay: "desc" }, { id: "desc" }] },
} as const satisfies Prisma.PersonInclude;

type PersonRow = Prisma.PersonGetPayload<{ include: typeof WITH_ROLES }>;
type PlaceRow = Prisma.GroupGetPayload<typeof PLACE>;

/** A person with all roles, newest first. @throws AppError `not_found` for an unknown id. */
export async function getPersonEntry(db: Db, id: string): Promise<PersonEntry> {
  const row = isUuid(id) && (await db.person.findUnique({ where: { id }, include: WITH_ROLES }));
  if (!row) throw new AppError("not_found", "refusal.notFound");
  return toEntry(row);
}

/** Everybody, or those whose name, entity or address contains `search`, in the order of their names. */
export async function listPersonEntries(db: Db, search: string): Promise<PersonEntry[]> {
  const contains = { contains: search.replaceAll(/[\\%_]/g, "\\$&"), mode: "insensitive" } as const;
  const where = search ? { OR: [{ name: contains }, { entity: contains }, { email: contains }] } : {};
  const rows = await db.person.findMany({
    where,
    include: WITH_ROLES,
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return rows.map(toEntry);
}

/** Writes the person's facts anew and makes the version grow. */
export async function updatePerson(
  db: Db,
  id: string,
  facts: Pick<PersonEntry, "name" | "honorific" | "entity" | "country" | "timeZone">,
): Promise<void> {
  await db.person.update({ where: { id }, data: { ...facts, version: { increment: 1 } } });
}

/** A group as roles see it. @throws AppError `not_found` for an unknown id. */
export async function findPlace(db: Db, groupId: string): Promise<RolePlace> {
  const row = await db.group.findUnique({ where: { id: groupId }, ...PLACE });
  if (!row) throw new AppError("not_found", "refusal.notFound");
  return toPlace(row);
}

/** Every group as roles see it, in the order of their references. */
export async function listPlaces(db: Db): Promise<RolePlace[]> {
  const rows = await db.group.findMany({ ...PLACE, orderBy: { reference: "asc" } });
  return rows.map(toPlace);
}

/** A role with whose it is. @throws AppError `not_found` for an unknown id. */
export async function getHolding(
  db: Db,
  id: string,
): Promise<RoleSpan & { readonly personId: string; readonly name: string }> {
  const row = await db.roleHolding.findUnique({ where: { id }, include: { group: PLACE, person: true } });
  if (!row) throw new AppError("not_found", "refusal.notFound");
  return { ...toSpan(row), personId: row.personId, name: row.person.name };
}

/** Sets the last day of a role. */
export async function updateHoldingEnd(db: Db, id: string, toDay: Day): Promise<void> {
  await db.roleHolding.update({ where: { id }, data: { toDay: new Date(toDay) } });
}

/** How many are administrators on a day. */
export async function countAdministrators(db: Db, day: Day): Promise<number> {
  const on = new Date(day);
  const isOpen = { OR: [{ toDay: null }, { toDay: { gte: on } }] };
  return db.roleHolding.count({ where: { role: "administrator", fromDay: { lte: on }, ...isOpen } });
}

const toEntry = (row: PersonRow): PersonEntry => ({
  id: row.id,
  name: row.name,
  honorific: row.honorific,
  entity: row.entity,
  country: row.country,
  timeZone: row.timeZone,
  email: row.email,
  version: row.version,
  roles: row.roleHoldings.map(toSpan),
});

const toSpan = (row: {
  id: string;
  role: string;
  group: PlaceRow | null;
  fromDay: Date;
  toDay: Date | null;
}): RoleSpan => ({
  id: row.id,
  role: row.role as Role,
  place: row.group && toPlace(row.group),
  ...days(row),
});

const toPlace = ({ id, reference, kind, parentId, parent }: PlaceRow): RolePlace => ({
  ...{ id, reference, kind, studyGroupId: parent?.parentId ?? parentId ?? id },
});
