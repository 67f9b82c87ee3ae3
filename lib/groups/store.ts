import type { Db, Prisma } from "#lib/db/client";
import type { Day } from "#lib/kernel/day";
import { AppError } from "#lib/kernel/errors";
import { dayIn, GENEVA } from "#lib/kernel/zone";
import type { Group, GroupMeeting, RoleToday } from "./domain/group.ts";
import type { GroupKind } from "./domain/reference.ts";

export type NewStudyPeriod = { readonly name: string; readonly fromDay: string; readonly toDay: string };

/** Writes a study period and gives its id, or null when there is one of that name already, whoever wrote it first. */
export async function insertStudyPeriod(db: Db, period: NewStudyPeriod): Promise<string | null> {
  const [row] = await db.studyPeriod.createManyAndReturn({
    data: [{ name: period.name, fromDay: new Date(period.fromDay), toDay: new Date(period.toDay) }],
    skipDuplicates: true,
    select: { id: true },
  });
  return row?.id ?? null;
}

export type StudyPeriod = {
  readonly id: string;
  readonly name: string;
  readonly fromDay: Day;
  readonly toDay: Day;
};

/** Every study period, newest first. */
export async function listStudyPeriods(db: Db): Promise<StudyPeriod[]> {
  const rows = await db.studyPeriod.findMany({ orderBy: { fromDay: "desc" } });
  return rows.map(({ id, name, fromDay, toDay }) => ({
    id,
    name,
    fromDay: day(fromDay),
    toDay: day(toDay),
  }));
}

const WHOLE = {
  lists: { select: { address: true }, orderBy: { address: "asc" } },
  parent: { select: { parentId: true } },
} as const satisfies Prisma.GroupInclude;

type Row = Prisma.GroupGetPayload<{ include: typeof WHOLE }>;

/** The groups of a study period, in no particular order. */
export async function listGroups(db: Db, studyPeriodId: string): Promise<Group[]> {
  return (await db.group.findMany({ where: { studyPeriodId }, include: WHOLE })).map(toGroup);
}

/** The group with this id, or of this reference in the newest study period that has it. @throws AppError `not_found` */
export async function getGroup(db: Db, key: { id: string } | { reference: string }): Promise<Group> {
  const row = await db.group.findFirst({
    where: key,
    include: WHOLE,
    orderBy: { studyPeriod: { fromDay: "desc" } },
  });
  if (!row) throw new AppError("not_found", "refusal.notFound");
  return toGroup(row);
}

/** The group of this reference in a study period, or null. */
export async function findGroup(db: Db, studyPeriodId: string, reference: string): Promise<Group | null> {
  const where = { studyPeriodId_reference: { studyPeriodId, reference } };
  const row = await db.group.findUnique({ where, include: WHOLE });
  return row && toGroup(row);
}

export type NewGroup = {
  readonly studyPeriodId: string;
  readonly kind: GroupKind;
  readonly reference: string;
  readonly title: string;
  readonly parentId: string | null;
};

/** Writes a group and gives its id. */
export async function insertGroup(db: Db, group: NewGroup): Promise<string> {
  return (await db.group.create({ data: group, select: { id: true } })).id;
}

export type GroupFacts = {
  readonly title: string;
  readonly parentId: string | null;
  readonly secretariatEmail: string | null;
  readonly lists: readonly string[];
};

/** Writes the facts and lists of a group anew and makes its version grow. */
export async function updateGroup(db: Db, id: string, facts: GroupFacts): Promise<void> {
  const { lists, ...rest } = facts;
  await db.mailingList.deleteMany({ where: { groupId: id } });
  await db.group.update({
    where: { id },
    data: {
      ...rest,
      version: { increment: 1 },
      lists: { createMany: { data: lists.map((address) => ({ address })) } },
    },
  });
}

/** How many things stand on a group: groups below it, roles, meetings, and series it takes part in. */
export async function countUses(db: Db, id: string): Promise<number> {
  const row = await db.group.findUnique({
    where: { id },
    select: {
      _count: {
        select: {
          children: true,
          meetings: true,
          roleHoldings: true,
          sides: true,
          sideQuestions: true,
          targetOf: true,
        },
      },
    },
  });
  return Object.values(row?._count ?? {}).reduce((sum, count) => sum + count, 0);
}

/** Removes a group with its lists. */
export async function deleteGroup(db: Db, id: string): Promise<void> {
  await db.group.delete({ where: { id } });
}

/** Who holds which role in a group on the Geneva day of `now`, in the order of names. */
export async function listRolesToday(db: Db, groupId: string, now: Date): Promise<RoleToday[]> {
  const today = new Date(dayIn(now, GENEVA));
  const rows = await db.roleHolding.findMany({
    where: { groupId, fromDay: { lte: today }, OR: [{ toDay: null }, { toDay: { gte: today } }] },
    include: { person: { select: { name: true, entity: true, country: true } } },
    orderBy: { person: { name: "asc" } },
  });
  return rows.map(({ personId, role, person }) => ({ personId, role, ...person }));
}

/** The meetings of a group that are not over on the Geneva day of `now`, next first. */
export async function listNextMeetings(db: Db, groupId: string, now: Date): Promise<GroupMeeting[]> {
  const closesOn = { gte: new Date(dayIn(now, GENEVA)) };
  const rows = await db.groupMeeting.findMany({ where: { groupId, closesOn }, orderBy: { opensOn: "asc" } });
  return rows.map(toMeeting);
}

/** A meeting of a group, with the group's id. @throws AppError `not_found` */
export async function getMeeting(db: Db, id: string): Promise<GroupMeeting & { readonly groupId: string }> {
  const row = await db.groupMeeting.findUnique({ where: { id } });
  if (!row) throw new AppError("not_found", "refusal.notFound");
  return { ...toMeeting(row), groupId: row.groupId };
}

export type MeetingFacts = Omit<GroupMeeting, "id" | "version">;

/** Writes a meeting of a group and gives its id. */
export async function insertMeeting(db: Db, groupId: string, facts: MeetingFacts): Promise<string> {
  const row = await db.groupMeeting.create({ data: { groupId, ...inRows(facts) }, select: { id: true } });
  return row.id;
}

/** Writes a meeting anew and makes its version grow. */
export async function updateMeeting(db: Db, id: string, facts: MeetingFacts): Promise<void> {
  await db.groupMeeting.update({ where: { id }, data: { ...inRows(facts), version: { increment: 1 } } });
}

/** Removes a meeting of a group. */
export async function deleteMeeting(db: Db, id: string): Promise<void> {
  await db.groupMeeting.delete({ where: { id } });
}

const day = (date: Date): Day => date.toISOString().slice(0, 10);

const toGroup = (row: Row): Group => ({
  id: row.id,
  studyPeriodId: row.studyPeriodId,
  kind: row.kind as GroupKind,
  reference: row.reference,
  title: row.title,
  parentId: row.parentId,
  studyGroupId: row.parent?.parentId ?? row.parentId ?? row.id,
  secretariatEmail: row.secretariatEmail,
  lists: row.lists.map(({ address }) => address),
  version: row.version,
});

const toMeeting = (row: {
  id: string;
  title: string;
  place: string;
  opensOn: Date;
  closesOn: Date;
  source: string;
  asOf: Date;
  version: number;
}): GroupMeeting => ({
  ...{ id: row.id, title: row.title, place: row.place, source: row.source, version: row.version },
  ...{ opensOn: day(row.opensOn), closesOn: day(row.closesOn), asOf: day(row.asOf) },
});

const inRows = ({ title, place, opensOn, closesOn, source, asOf }: MeetingFacts) => ({
  ...{ title, place, source },
  ...{ opensOn: new Date(opensOn), closesOn: new Date(closesOn), asOf: new Date(asOf) },
});
