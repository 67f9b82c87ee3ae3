import type { Db, Prisma } from "#lib/db/client";
import type { Day } from "#lib/kernel/day";
import { AppError } from "#lib/kernel/errors";
import type {
  Availability,
  Engagement,
  EngagementKind,
  Proposal,
  UsualHours,
} from "./domain/availability.ts";
import type { Stay } from "./domain/zone-plan.ts";

// Private: every function takes the id of the person whose it is, and finds nothing of anybody else. Only `listStays`
// reads of several, for jobs that write to each of them.

/** The whole standing profile, in one query. @throws AppError `not_found` for an unknown person. */
export async function getAvailability(db: Db, personId: string): Promise<Availability> {
  const row = await db.person.findUnique({
    where: { id: personId },
    select: {
      timeZone: true,
      whereabouts: { orderBy: [{ fromDay: "asc" }, { id: "asc" }] },
      engagements: {
        orderBy: [{ startsAt: "asc" }, { weekday: "asc" }, { fromMinute: "asc" }, { id: "asc" }],
      },
      usualHours: true,
    },
  });
  if (!row) throw new AppError("not_found", "refusal.notFound");
  const stays = row.whereabouts.map(toStay);
  return {
    plan: { home: row.timeZone, stays: stays.map(({ id: _id, ...stay }) => stay) },
    stays,
    engagements: row.engagements.flatMap((each) => toEngagement(each) ?? []),
    hours: row.usualHours && toHours(row.usualHours),
  };
}

/** The stays of these people that hold one of these days, by person, in the order of {@link getAvailability}. */
export async function listStays(
  db: Db,
  personIds: readonly string[],
  { fromDay, toDay }: { readonly fromDay: Day; readonly toDay: Day },
): Promise<ReadonlyMap<string, readonly Stay[]>> {
  const rows = await db.whereabouts.findMany({
    where: {
      personId: { in: [...personIds] },
      fromDay: { lte: new Date(toDay) },
      toDay: { gte: new Date(fromDay) },
    },
    orderBy: [{ fromDay: "asc" }, { id: "asc" }],
  });
  const stays = new Map<string, Stay[]>();
  for (const row of rows) stays.set(row.personId, [...(stays.get(row.personId) ?? []), toStay(row)]);
  return stays;
}

export async function insertStay(db: Db, personId: string, stay: Stay): Promise<string> {
  const { timeZone, fromDay, toDay } = stay;
  const data = { personId, timeZone, fromDay: new Date(fromDay), toDay: new Date(toDay) };
  return (await db.whereabouts.create({ data, select: { id: true } })).id;
}

/** @throws AppError `not_found` when it is not of this person. */
export async function deleteStay(db: Db, personId: string, id: string): Promise<void> {
  requireOne(await db.whereabouts.deleteMany({ where: { id, personId } }));
}

export type NewEngagement = {
  readonly kind: EngagementKind;
  readonly title: string;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly weekday: number | null;
  readonly fromMinute: number | null;
  readonly toMinute: number | null;
};

export async function insertEngagement(db: Db, personId: string, engagement: NewEngagement): Promise<string> {
  return (await db.engagement.create({ data: { personId, ...engagement }, select: { id: true } })).id;
}

/** @throws AppError `not_found` when it is not of this person. */
export async function deleteEngagement(db: Db, personId: string, id: string): Promise<void> {
  requireOne(await db.engagement.deleteMany({ where: { id, personId } }));
}

/** Keeps the usual hours in place of those before; null takes them away. */
export async function setUsualHours(db: Db, personId: string, hours: UsualHours | null): Promise<void> {
  if (!hours) {
    await db.usualHours.deleteMany({ where: { personId } });
    return;
  }
  const data = { ...hours, weekdays: [...hours.weekdays] };
  await db.usualHours.upsert({ where: { personId }, create: { personId, ...data }, update: data });
}

function requireOne({ count }: { count: number }): void {
  if (count !== 1) throw new AppError("not_found", "refusal.notFound");
}

const day = (date: Date) => date.toISOString().slice(0, 10);

const toStay = (row: Prisma.WhereaboutsGetPayload<object>) => ({
  ...{ id: row.id, timeZone: row.timeZone },
  ...{ fromDay: day(row.fromDay), toDay: day(row.toDay) },
});

function toEngagement(row: Prisma.EngagementGetPayload<object>): Engagement | null {
  const about = { id: row.id, kind: row.kind as EngagementKind, title: row.title };
  const { startsAt, endsAt, weekday, fromMinute, toMinute } = row;
  if (startsAt && endsAt) return { ...about, every: "once", start: startsAt, end: endsAt };
  if (weekday === null || fromMinute === null || toMinute === null) return null;
  return { ...about, every: "week", weekday, fromMinute, toMinute };
}

const toHours = (row: Prisma.UsualHoursGetPayload<object>): UsualHours => ({
  ...{ fromMinute: row.fromMinute, toMinute: row.toMinute, weekdays: row.weekdays },
  ...{ outside: row.outside as Proposal, inside: row.inside as UsualHours["inside"] },
});
