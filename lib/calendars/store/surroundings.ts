import type { CalendarGroup, CalendarKind, Effect, EntryTime } from "#lib/calendars/domain/calendar";
import type { LaidEntry } from "#lib/calendars/domain/lay-over";
import type { Db } from "#lib/db/client";

/** Something that may lie over slots: an imported calendar, or the meetings kept on a group's page. */
export type Layer = {
  readonly kind: CalendarKind;
  readonly title: string;
  readonly group: CalendarGroup | null;
  readonly country: string | null;
  readonly effect: Effect;
  readonly isSample: boolean;
  readonly entries: readonly LaidEntry[];
};

const GROUP = {
  select: { id: true, reference: true, kind: true, parent: { select: { id: true, parentId: true } } },
} as const;

type GroupRow = {
  readonly id: string;
  readonly reference: string;
  readonly kind: string;
  readonly parent: { readonly id: string; readonly parentId: string | null } | null;
};

const toGroup = ({ id, reference, kind, parent }: GroupRow): CalendarGroup => ({
  ...{ id, reference, kind },
  studyGroupId: parent?.parentId ?? parent?.id ?? id,
});

/** Every imported calendar with the entries of its newest edition that end on or after the instant's day. */
export async function listLayers(db: Db, from: Date): Promise<Layer[]> {
  const rows = await db.calendar.findMany({
    include: {
      group: GROUP,
      editions: {
        where: { supersededAt: null },
        include: {
          entries: { where: { OR: [{ closesOn: { gte: dayBefore(from) } }, { endsAt: { gte: from } }] } },
        },
      },
    },
    orderBy: [{ kind: "asc" }, { title: "asc" }, { id: "asc" }],
  });
  return rows.map(({ kind, title, group, country, effect, isSample, editions }) => ({
    ...{ kind: kind as CalendarKind, title, country, effect: effect as Effect, isSample },
    group: group && toGroup(group),
    entries: editions.flatMap(({ source, asOf, entries }) =>
      entries.flatMap((entry) => {
        const time = toTime(entry);
        return time ? [{ ...time, title: entry.title, source, asOf: day(asOf) }] : [];
      }),
    ),
  }));
}

/** The meetings that groups keep on their own pages and that end on or after the instant's day, by group. */
export async function listKeptMeetings(
  db: Db,
  from: Date,
): Promise<{ readonly group: CalendarGroup; readonly entry: LaidEntry }[]> {
  const rows = await db.groupMeeting.findMany({
    where: { closesOn: { gte: dayBefore(from) } },
    include: { group: GROUP },
    orderBy: [{ opensOn: "asc" }, { id: "asc" }],
  });
  return rows.map(({ group, title, opensOn, closesOn, source, asOf }) => ({
    group: toGroup(group),
    entry: {
      ...{ title, source, asOf: day(asOf), opensOn: day(opensOn), closesOn: day(closesOn) },
      ...{ startsAt: null, endsAt: null },
    },
  }));
}

/** What calendars need to know of people: their country, and the groups they hold a role in on this day. */
export async function listBelongings(
  db: Db,
  personIds: readonly string[],
  on: Date,
): Promise<ReadonlyMap<string, { readonly country: string | null; readonly groupIds: readonly string[] }>> {
  const rows = await db.person.findMany({
    where: { id: { in: [...personIds] } },
    select: {
      ...{ id: true, country: true },
      roleHoldings: {
        where: { fromDay: { lte: on }, OR: [{ toDay: null }, { toDay: { gte: dayBefore(on) } }] },
        select: { group: { select: { id: true, parent: { select: { id: true, parentId: true } } } } },
      },
    },
  });
  return new Map(
    rows.map(({ id, country, roleHoldings }) => [
      id,
      { country, groupIds: roleHoldings.flatMap(({ group }) => (group ? withParents(group) : [])) },
    ]),
  );
}

/** A role in a group is one in the groups above it. */
const withParents = ({ id, parent }: Pick<GroupRow, "id" | "parent">) =>
  [id, parent?.id, parent?.parentId].filter((each) => each != null);

const dayBefore = (instant: Date) => new Date(instant.getTime() - 86_400_000);
const day = (date: Date) => date.toISOString().slice(0, 10);

function toTime(row: {
  readonly opensOn: Date | null;
  readonly closesOn: Date | null;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
}): EntryTime | null {
  const { opensOn, closesOn, startsAt, endsAt } = row;
  if (opensOn && closesOn)
    return { opensOn: day(opensOn), closesOn: day(closesOn), startsAt: null, endsAt: null };
  return startsAt && endsAt ? { opensOn: null, closesOn: null, startsAt, endsAt } : null;
}
