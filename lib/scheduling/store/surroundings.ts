import type { Db } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";

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
