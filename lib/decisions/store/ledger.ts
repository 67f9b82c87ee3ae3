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

/** What each zone bears in one decided series, with all corrections. */
export async function sumDecision(db: Db, decisionId: string): Promise<Balance[]> {
  const rows = await db.burdenBalance.groupBy({
    by: ["timeZone"],
    where: { decisionId },
    _sum: { burden: true },
  });
  return rows.map(({ timeZone, _sum }) => ({ timeZone, burden: _sum.burden ?? 0 }));
}

/** Adds lines to the ledger: of a decision, or of a change of one of its meetings. */
export async function insertBalances(
  db: Db,
  of: { readonly decisionId: string; readonly changeId: string | null; readonly parties: string },
  balances: readonly Balance[],
): Promise<void> {
  await db.burdenBalance.createMany({ data: balances.map((balance) => ({ ...of, ...balance })) });
}
