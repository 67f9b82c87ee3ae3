import type { Db, Prisma } from "#lib/db/client";
import { addDays, type Day } from "#lib/kernel/day";
import { AppError } from "#lib/kernel/errors";
import { dayIn, GENEVA } from "#lib/kernel/zone";
import type { Consent, Subject } from "./domain/consents.ts";
import type { KnownGroup } from "./domain/proposal.ts";
import type { Member, Series, SeriesFacts, SeriesState, Side } from "./domain/series.ts";

const GROUP = { select: { id: true, reference: true, parentId: true } } as const;

const WHOLE = {
  targetGroup: GROUP,
  sides: {
    orderBy: { letter: "asc" },
    include: {
      group: GROUP,
      questions: { include: { group: GROUP }, orderBy: { group: { reference: "asc" } } },
    },
  },
  members: { include: { person: true }, orderBy: [{ role: "asc" }, { person: { name: "asc" } }] },
} as const satisfies Prisma.JointSeriesInclude;

type Row = Prisma.JointSeriesGetPayload<{ include: typeof WHOLE }>;

/** The series with this readable reference, or this id, with the parts people hold on the Geneva day of `now`. */
export async function getSeries(
  db: Db,
  key: { reference: string } | { id: string },
  now: Date,
): Promise<Series> {
  const row = await db.jointSeries.findUnique({ where: key, include: WHOLE });
  if (!row) throw new AppError("not_found", "refusal.notFound");
  return toSeries(row, now);
}

/** Every series, newest first. */
export async function listSeries(db: Db, now: Date): Promise<Series[]> {
  const rows = await db.jointSeries.findMany({ include: WHOLE, orderBy: { createdAt: "desc" } });
  return rows.map((row) => toSeries(row, now));
}

function toSeries(row: Row, now: Date): Series {
  const today = dayIn(now, GENEVA);
  return {
    id: row.id,
    reference: row.reference,
    title: row.title,
    topic: row.topic,
    output: row.output,
    state: row.state as SeriesState,
    format: row.format,
    meetingCount: row.meetingCount,
    mandate: { reference: row.mandateReference, text: row.mandateText, status: row.mandateStatus },
    target: {
      group: row.targetGroup && name(row.targetGroup),
      month: row.targetMonth,
      opensOn: row.targetOpensOn && day(row.targetOpensOn),
    },
    sides: row.sides.map(toSide),
    members: row.members
      .filter((member) => day(member.fromDay) <= today && (!member.toDay || today <= day(member.toDay)))
      .map(toMember),
    groupIds: groupIdsOf(row),
    version: row.version,
    createdAt: row.createdAt,
    createdById: row.createdById,
  };
}

const day = (date: Date) => date.toISOString().slice(0, 10);
const name = ({ id, reference }: { id: string; reference: string }) => ({ id, reference });

const toSide = (row: Row["sides"][number]): Side => ({
  id: row.id,
  letter: row.letter,
  group: name(row.group),
  questions: row.questions.map(({ group }) => name(group)),
});

const toMember = (row: Row["members"][number]): Member => ({
  id: row.id,
  personId: row.personId,
  name: row.person.name,
  entity: row.person.entity,
  country: row.person.country,
  timeZone: row.person.timeZone,
  sideId: row.sideId,
  role: row.role as Member["role"],
  office: row.office,
  putForwardAt: row.putForwardAt,
  welcomedAt: row.welcomedAt,
});

function groupIdsOf(row: Row): string[] {
  const ids = row.sides.flatMap((side) => [
    side.groupId,
    ...side.questions.flatMap(({ group }) => [group.id, ...(group.parentId ? [group.parentId] : [])]),
  ]);
  return [...new Set(ids)];
}

/** Those of the named groups that exist in the study period of the day, or in the latest one before it. */
export async function listKnownGroups(
  db: Db,
  references: readonly string[],
  today: Day,
): Promise<KnownGroup[]> {
  const period = await db.studyPeriod.findFirst({
    where: { fromDay: { lte: new Date(today) } },
    orderBy: { fromDay: "desc" },
    select: { id: true },
  });
  const rows = await db.group.findMany({
    where: { studyPeriodId: period?.id ?? "", reference: { in: [...references] } },
    include: { parent: { include: { parent: true } } },
  });
  return rows.map(({ id, reference, kind, parent }) => ({
    ...{ id, reference, kind: kind as KnownGroup["kind"] },
    family: parent?.parent?.reference ?? parent?.reference ?? reference,
  }));
}

/** Ids of the given groups and of all groups below them. */
export async function listFamilyIds(db: Db, groupIds: readonly string[]): Promise<string[]> {
  const among = { in: [...groupIds] };
  const rows = await db.group.findMany({
    where: { OR: [{ id: among }, { parentId: among }, { parent: { parentId: among } }] },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** The references in use that begin like this one. */
export async function listReferences(db: Db, start: string): Promise<string[]> {
  const rows = await db.jointSeries.findMany({
    where: { reference: { startsWith: start } },
    select: { reference: true },
  });
  return rows.map(({ reference }) => reference);
}

/** A series as it is first written down. Group ids are known; `coChairId` is a person. */
export type NewSeries = {
  readonly reference: string;
  readonly facts: SeriesFacts;
  readonly targetGroupId: string | null;
  readonly sides: readonly {
    readonly groupId: string;
    readonly questionIds: readonly string[];
    readonly coChair: { readonly personId: string; readonly office: string } | null;
  }[];
  readonly createdById: string;
};

/** Writes a new series with its sides, in order A, B, …, and the co-chairs they put forward. */
export async function insertSeries(db: Db, series: NewSeries, now: Date): Promise<string> {
  const { reference, facts, targetGroupId, createdById } = series;
  const { id, sides } = await db.jointSeries.create({
    data: {
      ...{ ...columns(facts), reference, targetGroupId, createdById, createdAt: now },
      sides: {
        create: series.sides.map(({ groupId, questionIds }, index) => ({
          ...{ letter: String.fromCharCode(65 + index), groupId },
          questions: { create: questionIds.map((questionId) => ({ groupId: questionId })) },
        })),
      },
    },
    select: { id: true, sides: { select: { id: true, letter: true }, orderBy: { letter: "asc" } } },
  });
  for (const [index, { coChair }] of series.sides.entries()) {
    const sideId = sides[index]?.id;
    if (coChair && sideId) await putForwardCoChair(db, { seriesId: id, sideId, ...coChair }, now);
  }
  return id;
}

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

const columns = (facts: SeriesFacts) => ({
  title: facts.title,
  topic: facts.topic,
  output: facts.output,
  format: facts.format,
  meetingCount: facts.meetingCount,
  mandateReference: facts.mandate.reference,
  mandateText: facts.mandate.text,
  targetMonth: facts.target.month,
  targetOpensOn: facts.target.opensOn ? new Date(facts.target.opensOn) : null,
});

/** All that the sides have said, oldest first. */
export async function listConsents(db: Db, seriesId: string): Promise<Consent[]> {
  const rows = await db.sideConsent.findMany({
    where: { seriesId },
    orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
  });
  const names = await namesOf(
    db,
    rows.map((row) => row.recordedById),
  );
  return rows.map(({ decidedOn, recordedById, seriesId: _seriesId, ...row }) => ({
    ...(row as Omit<Consent, "decidedOn" | "recordedBy">),
    ...{ decidedOn: day(decidedOn), recordedBy: names.get(recordedById) ?? "" },
  }));
}

/** Writes down what a side said and gives the row's id. */
export async function insertConsent(
  db: Db,
  seriesId: string,
  consent: Omit<Consent, "id" | "recordedBy"> & { readonly recordedById: string },
): Promise<string> {
  const data = { ...consent, seriesId, decidedOn: new Date(consent.decidedOn) };
  return (await db.sideConsent.create({ data, select: { id: true } })).id;
}

/** Whether the subject of a consent belongs to the series. */
export async function isSubjectOf(
  db: Db,
  seriesId: string,
  { subject, subjectId }: Subject,
): Promise<boolean> {
  if (subject === "agenda") {
    return (await db.agenda.count({ where: { id: subjectId, meeting: { seriesId } } })) > 0;
  }
  return subjectId === (subject === "report" ? await findReportId(db, seriesId) : seriesId);
}

/** The report of the series, or null while nobody has begun it. */
export async function findReportId(db: Db, seriesId: string): Promise<string | null> {
  return (await db.report.findUnique({ where: { seriesId }, select: { id: true } }))?.id ?? null;
}

/** Where the series is on its way. */
export async function getState(db: Db, seriesId: string): Promise<SeriesState> {
  const row = await db.jointSeries.findUnique({ where: { id: seriesId }, select: { state: true } });
  if (!row) throw new AppError("not_found", "refusal.notFound");
  return row.state as SeriesState;
}

export async function updateState(db: Db, seriesId: string, state: SeriesState): Promise<void> {
  await db.jointSeries.update({ where: { id: seriesId }, data: { state } });
}

/** Replaces what is written down of the series, unless it changed since `version`; tells whether it did. */
export async function updateFacts(
  db: Db,
  at: { readonly seriesId: string; readonly version: number },
  facts: SeriesFacts & { readonly mandateStatus: string; readonly targetGroupId: string | null },
): Promise<boolean> {
  const { mandateStatus, targetGroupId } = facts;
  const { count } = await db.jointSeries.updateMany({
    where: { id: at.seriesId, version: at.version },
    data: { ...columns(facts), mandateStatus, targetGroupId, version: { increment: 1 } },
  });
  return count > 0;
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
    include: { roleHoldings: { where: held, include: { group: GROUP } } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, name, entity, timeZone, roleHoldings }) => ({
    ...{ personId: id, name, entity, timeZone },
    roles: roleHoldings.map(({ role, group }) => ({ role, group: group?.reference ?? "" })),
  }));
}

async function namesOf(db: Db, personIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.person.findMany({
    where: { id: { in: [...new Set(personIds)] } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
