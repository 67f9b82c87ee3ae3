import type { Db } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import type { GroupMeeting } from "#lib/scheduling/domain/findings";

/** What an invited person may know of the series without an account. @throws AppError `not_found` */
export async function getSeriesName(
  db: Db,
  seriesId: string,
): Promise<{
  readonly reference: string;
  readonly title: string;
  readonly topic: string;
  readonly sides: string;
}> {
  const row = await db.jointSeries.findUnique({
    where: { id: seriesId },
    select: {
      ...{ reference: true, title: true, topic: true },
      sides: { orderBy: { letter: "asc" }, select: { group: { select: { reference: true } } } },
    },
  });
  if (!row) throw new AppError("not_found", "refusal.notFound");
  return { ...row, sides: row.sides.map(({ group }) => group.reference).join(", ") };
}

/** Meetings of these Study Groups and of their Working Parties that end on or after a day, by first day. */
export async function listGroupMeetings(
  db: Db,
  studyGroupIds: readonly string[],
  from: Date,
): Promise<GroupMeeting[]> {
  const ids = [...studyGroupIds];
  const rows = await db.groupMeeting.findMany({
    where: {
      closesOn: { gte: from },
      group: { OR: [{ id: { in: ids } }, { kind: "WP", parentId: { in: ids } }] },
    },
    include: { group: { select: { reference: true } } },
    orderBy: { opensOn: "asc" },
  });
  return rows.map(({ group, title, opensOn, closesOn, source, asOf }) => ({
    ...{ group: group.reference, title, source },
    ...{ opensOn: day(opensOn), closesOn: day(closesOn), asOf: day(asOf) },
  }));
}

const day = (date: Date) => date.toISOString().slice(0, 10);
