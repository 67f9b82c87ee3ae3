import { type Db, db as whole, type Prisma } from "#lib/db/client";
import { together } from "#lib/db/together";
import { AppError } from "#lib/kernel/errors";
import { dayIn, GENEVA } from "#lib/kernel/zone";
import type { Member, Series, SeriesFacts, SeriesHead, SeriesState, Side } from "../domain/series.ts";
import { putForwardCoChair } from "./members.ts";

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
  members: {
    include: { person: { select: { name: true, entity: true, country: true, timeZone: true } } },
    orderBy: [{ role: "asc" }, { person: { name: "asc" } }],
  },
} as const satisfies Prisma.JointSeriesInclude;

type GroupRow = { readonly id: string; readonly reference: string; readonly parentId: string | null };
type SideRow = {
  readonly id: string;
  readonly letter: string;
  readonly groupId: string;
  readonly group: GroupRow;
  readonly questions: readonly { readonly group: GroupRow }[];
};
type HeadRow = Omit<Prisma.JointSeriesGetPayload<true>, "targetGroupId"> & {
  readonly targetGroup: { readonly id: string; readonly reference: string } | null;
  readonly sides: readonly SideRow[];
};

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

/** The series with this readable reference, without the people in it. @throws AppError `not_found` */
export async function getSeriesHead(db: Db, reference: string): Promise<SeriesHead> {
  const row = db === whole ? await findHead(reference) : (await listHeads(db, [reference])).get(reference);
  if (!row) throw new AppError("not_found", "refusal.notFound");
  return toHead(row);
}

/** Nearly every page and every answer asks for it, some more than once. */
const findHead = together((references) => listHeads(whole, references));

async function listHeads(db: Db, references: readonly string[]): Promise<Map<string, HeadRow>> {
  const rows = await db.$queryRaw<HeadRow[]>`
    select s.id, s.reference, s.title, s.topic, s.output, s.state, s.format, s.meeting_count as "meetingCount",
      s.mandate_reference as "mandateReference", s.mandate_text as "mandateText",
      s.mandate_status as "mandateStatus", s.target_month as "targetMonth", s.target_opens_on as "targetOpensOn",
      s.version, s.created_at as "createdAt", s.created_by_id as "createdById",
      (select json_build_object('id', t.id, 'reference', t.reference) from groups t where t.id = s.target_group_id)
        as "targetGroup",
      (select json_agg(json_build_object('id', d.id, 'letter', d.letter, 'groupId', d.group_id,
          'group', json_build_object('id', g.id, 'reference', g.reference, 'parentId', g.parent_id),
          'questions', (select coalesce(json_agg(json_build_object('group', json_build_object(
              'id', q.id, 'reference', q.reference, 'parentId', q.parent_id)) order by q.reference), '[]')
            from side_questions x join groups q on q.id = x.group_id where x.side_id = d.id)) order by d.letter)
        from series_sides d join groups g on g.id = d.group_id where d.series_id = s.id) as sides
    from joint_series s where s.reference = any(${[...references]})`;
  return new Map(rows.map((row) => [row.reference, row]));
}

/** Every series, newest first. */
export async function listSeries(db: Db, now: Date): Promise<Series[]> {
  const rows = await db.jointSeries.findMany({ include: WHOLE, orderBy: { createdAt: "desc" } });
  return rows.map((row) => toSeries(row, now));
}

function toSeries(row: Row, now: Date): Series {
  const today = dayIn(now, GENEVA);
  return {
    ...toHead(row),
    members: row.members
      .filter((member) => day(member.fromDay) <= today && (!member.toDay || today <= day(member.toDay)))
      .map(toMember),
  };
}

function toHead(row: HeadRow): SeriesHead {
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
    groupIds: groupIdsOf(row),
    version: row.version,
    createdAt: row.createdAt,
    createdById: row.createdById,
  };
}

const day = (date: Date) => date.toISOString().slice(0, 10);
const name = ({ id, reference }: { id: string; reference: string }) => ({ id, reference });

const toSide = (row: SideRow): Side => ({
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

function groupIdsOf(row: HeadRow): string[] {
  const ids = row.sides.flatMap((side) => [
    side.groupId,
    ...side.questions.flatMap(({ group }) => [group.id, ...(group.parentId ? [group.parentId] : [])]),
  ]);
  return [...new Set(ids)];
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
