import type { Db } from "#lib/db/client";

/** What one zone bore in one decided series. */
export type Balance = { readonly timeZone: string; readonly burden: number };

/** What each zone bore in all decided series of the same sides, most first. `parties` is such as `SG2+SG20`. */
export async function sumBalances(db: Db, parties: string): Promise<Balance[]> {
  const rows = await db.burdenBalance.groupBy({
    by: ["timeZone"],
    where: { parties },
    _sum: { burden: true },
    orderBy: [{ _sum: { burden: "desc" } }, { timeZone: "asc" }],
  });
  return rows.map(({ timeZone, _sum }) => ({ timeZone, burden: _sum.burden ?? 0 }));
}

/** The decided series of the same sides, with what each zone bore in it, newest first. */
export async function listLedger(
  db: Db,
  parties: string,
): Promise<
  { readonly madeAt: Date; readonly seriesId: string; readonly timeZone: string; readonly burden: number }[]
> {
  const rows = await db.burdenBalance.findMany({
    where: { parties },
    select: {
      ...{ timeZone: true, burden: true },
      decision: { select: { madeAt: true, poll: { select: { seriesId: true } } } },
    },
    orderBy: [{ decision: { madeAt: "desc" } }, { timeZone: "asc" }],
  });
  return rows.map(({ timeZone, burden, decision }) => ({
    ...{ timeZone, burden, madeAt: decision.madeAt, seriesId: decision.poll.seriesId },
  }));
}

export async function insertBalances(
  db: Db,
  decision: { readonly decisionId: string; readonly parties: string },
  balances: readonly Balance[],
): Promise<void> {
  await db.burdenBalance.createMany({ data: balances.map((balance) => ({ ...decision, ...balance })) });
}
