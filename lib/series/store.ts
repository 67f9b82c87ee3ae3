import type { Db, Prisma } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import { dayIn, GENEVA } from "#lib/kernel/zone";
import type { Member, Series, SeriesState, Side } from "./domain/series.ts";

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
