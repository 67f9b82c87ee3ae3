import type { Db, Prisma } from "#lib/db/client";
import { canonicalZone } from "#lib/kernel/zone";

/** What one zone bore in one decided series. */
export type Balance = { readonly timeZone: string; readonly burden: number };

/** What each zone bore in all decided series of the same sides, most first. `parties` is such as `SG2+SG20`. */
export async function sumBalances(db: Db, parties: string): Promise<Balance[]> {
  return sumLines(db, { parties });
}

/** What each zone bears in one decided series, with all corrections. */
export async function sumDecision(db: Db, decisionId: string): Promise<Balance[]> {
  return sumLines(db, { decisionId });
}

/** Lines are never changed, so those of a zone that was renamed are added up under the name by which it is kept now. */
async function sumLines(db: Db, where: Prisma.BurdenBalanceWhereInput): Promise<Balance[]> {
  const rows = await db.burdenBalance.groupBy({ by: ["timeZone"], where, _sum: { burden: true } });
  const sums = new Map<string, number>();
  for (const { timeZone, _sum } of rows) {
    const zone = canonicalZone(timeZone);
    sums.set(zone, (sums.get(zone) ?? 0) + (_sum.burden ?? 0));
  }
  return [...sums]
    .map(([timeZone, burden]) => ({ timeZone, burden }))
    .sort((a, b) => b.burden - a.burden || (a.timeZone < b.timeZone ? -1 : 1));
}

/** Adds lines to the ledger: of a decision, or of a change of one of its meetings. */
export async function insertBalances(
  db: Db,
  of: { readonly decisionId: string; readonly changeId: string | null; readonly parties: string },
  balances: readonly Balance[],
): Promise<void> {
  await db.burdenBalance.createMany({ data: balances.map((balance) => ({ ...of, ...balance })) });
}
