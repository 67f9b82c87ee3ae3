import type { Db, Prisma } from "#lib/db/client";
import type { Day } from "#lib/kernel/day";
import { AppError } from "#lib/kernel/errors";
import type {
  Calendar,
  CalendarEdition,
  CalendarEntry,
  CalendarGroup,
  CalendarKind,
  Effect,
} from "#lib/calendars/domain/calendar";

const GROUP = {
  select: { id: true, reference: true, kind: true, parent: { select: { id: true, parentId: true } } },
} as const satisfies Prisma.Calendar$groupArgs;

type Row = Prisma.CalendarGetPayload<{ include: { group: typeof GROUP } }>;
type GroupRow = NonNullable<Row["group"]>;

/** Every calendar, with what counts of it: the newest edition. By kind, then by title. */
export async function listCalendars(
  db: Db,
): Promise<{ readonly calendar: Calendar; readonly current: CalendarEdition | null }[]> {
  const rows = await db.calendar.findMany({
    include: { group: GROUP, editions: { ...EDITION, where: { supersededAt: null } } },
    orderBy: [{ kind: "asc" }, { title: "asc" }, { id: "asc" }],
  });
  const names = await namesOf(
    db,
    rows.flatMap(({ editions }) => editions),
  );
  return rows.map((row) => {
    const [edition] = row.editions;
    return { calendar: toCalendar(row), current: edition ? toEdition(edition, names) : null };
  });
}

/** @throws AppError `not_found` */
export async function getCalendar(db: Db, id: string): Promise<Calendar> {
  const row = await db.calendar.findUnique({ where: { id }, include: { group: GROUP } });
  if (!row) throw new AppError("not_found", "refusal.notFound");
  return toCalendar(row);
}

/** A group that a calendar may belong to. @throws AppError `not_found` */
export async function getCalendarGroup(db: Db, id: string): Promise<CalendarGroup> {
  const row = await db.group.findUnique({ where: { id }, ...GROUP });
  if (!row) throw new AppError("not_found", "refusal.notFound");
  return toGroup(row);
}

/** The groups of the newest study period, by reference. */
export async function listCalendarGroups(db: Db): Promise<CalendarGroup[]> {
  const period = await db.studyPeriod.findFirst({ orderBy: { fromDay: "desc" }, select: { id: true } });
  const rows = await db.group.findMany({ where: { studyPeriodId: period?.id ?? "" }, ...GROUP });
  return rows.map(toGroup);
}

export type CalendarFacts = {
  readonly kind: CalendarKind;
  readonly title: string;
  readonly groupId: string | null;
  readonly country: string | null;
  readonly effect: Effect;
  readonly isSample: boolean;
};

/** Gives the id of the new calendar. */
export async function insertCalendar(db: Db, facts: CalendarFacts): Promise<string> {
  return (await db.calendar.create({ data: facts, select: { id: true } })).id;
}

/** Says whether the calendar still was the version that was seen. */
export async function updateCalendar(
  db: Db,
  seen: { readonly id: string; readonly version: number },
  facts: { readonly title: string; readonly effect: Effect },
): Promise<boolean> {
  const { count } = await db.calendar.updateMany({
    where: seen,
    data: { ...facts, version: { increment: 1 } },
  });
  return count === 1;
}

/** With all its editions. */
export async function deleteCalendar(db: Db, id: string): Promise<void> {
  await db.calendar.delete({ where: { id } });
}

const EDITION = {
  include: { _count: { select: { entries: true } } },
  orderBy: [{ asOf: "desc" }, { importedAt: "desc" }],
} as const satisfies Prisma.Calendar$editionsArgs;

type EditionRow = Prisma.CalendarEditionGetPayload<{ include: (typeof EDITION)["include"] }>;

/** Every edition of a calendar, newest first. */
export async function listEditions(db: Db, calendarId: string): Promise<CalendarEdition[]> {
  const rows = await db.calendarEdition.findMany({ where: { calendarId }, ...EDITION });
  const names = await namesOf(db, rows);
  return rows.map((row) => toEdition(row, names));
}

/** The entries of the edition that counts, in order of time; none when there is none. */
export async function listCurrentEntries(db: Db, calendarId: string): Promise<CalendarEntry[]> {
  const rows = await db.calendarEntry.findMany({ where: { edition: { calendarId, supersededAt: null } } });
  return rows.map(toEntry).sort((a, b) => beginning(a) - beginning(b) || (a.key < b.key ? -1 : 1));
}

const beginning = ({ opensOn, startsAt }: CalendarEntry) => startsAt?.getTime() ?? Date.parse(opensOn ?? "");

/** Writes an edition in place of those before it, which stay to show what changed. */
export async function insertEdition(
  db: Db,
  edition: {
    readonly calendarId: string;
    readonly source: string;
    readonly asOf: Day;
    readonly importedById: string | null;
    readonly importedAt: Date;
  },
  entries: readonly CalendarEntry[],
): Promise<string> {
  const { calendarId, importedAt } = edition;
  await db.calendarEdition.updateMany({
    where: { calendarId, supersededAt: null },
    data: { supersededAt: importedAt },
  });
  const data = { ...edition, asOf: new Date(edition.asOf) };
  const { id } = await db.calendarEdition.create({ data, select: { id: true } });
  const rows = entries.map(({ opensOn, closesOn, ...entry }) => ({
    ...{ ...entry, editionId: id },
    opensOn: opensOn === null ? null : new Date(opensOn),
    closesOn: closesOn === null ? null : new Date(closesOn),
  }));
  await db.calendarEntry.createMany({ data: rows });
  await db.calendar.update({ where: { id: calendarId }, data: { version: { increment: 1 } } });
  return id;
}

async function namesOf(db: Db, rows: readonly { readonly importedById: string | null }[]) {
  const ids = rows.flatMap(({ importedById }) => importedById ?? []);
  const people = await db.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(people.map(({ id, name }) => [id, name]));
}

const day = (date: Date) => date.toISOString().slice(0, 10);

const toGroup = ({ id, reference, kind, parent }: GroupRow): CalendarGroup => ({
  ...{ id, reference, kind },
  studyGroupId: parent?.parentId ?? parent?.id ?? id,
});

const toCalendar = (row: Row): Calendar => ({
  id: row.id,
  kind: row.kind as CalendarKind,
  title: row.title,
  group: row.group && toGroup(row.group),
  country: row.country,
  effect: row.effect as Effect,
  isSample: row.isSample,
  version: row.version,
});

const toEdition = (row: EditionRow, names: ReadonlyMap<string, string>): CalendarEdition => ({
  id: row.id,
  source: row.source,
  asOf: day(row.asOf),
  importedBy: names.get(row.importedById ?? "") ?? "",
  importedAt: row.importedAt,
  supersededAt: row.supersededAt,
  entries: row._count.entries,
});

type EntryRow = Prisma.CalendarEntryGetPayload<object>;

/** A row has either both days or both instants. */
function toEntry({ key, title, place, ...row }: EntryRow): CalendarEntry {
  const named = { key, title, place };
  if (row.opensOn && row.closesOn)
    return { ...named, opensOn: day(row.opensOn), closesOn: day(row.closesOn), startsAt: null, endsAt: null };
  if (row.startsAt && row.endsAt)
    return { ...named, opensOn: null, closesOn: null, startsAt: row.startsAt, endsAt: row.endsAt };
  throw new Error(`Broken invariant: calendar entry ${row.id} has no time`);
}
