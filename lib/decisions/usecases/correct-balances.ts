import type { Db } from "#lib/db/client";
import { partiesOf } from "#lib/decisions/domain/parties";
import { burdenByHourOf } from "#lib/decisions/domain/read-record";
import { burdenOf } from "#lib/decisions/domain/record";
import { insertBalances, sumDecision } from "#lib/decisions/store/ledger";
import { findSeriesRecord } from "#lib/decisions/store/records";
import { MS_PER_MINUTE } from "#lib/kernel/interval";
import { listSeriesMeetings } from "#lib/meetings/usecases/list-series-meetings";
import type { Series } from "#lib/series/domain/series";

/**
 * Brings what each zone bears for the next series of the same sides to the meetings as they are now: one that was
 * cancelled is borne by nobody. Hours weigh as they did when the dates were decided.
 *
 * For the use case that has just changed a meeting, in its transaction.
 */
export async function correctBalances(
  db: Db,
  { series, changeId }: { readonly series: Series; readonly changeId: string },
): Promise<void> {
  const record = await findSeriesRecord(db, series.id);
  if (!record) return;
  const meetings = (await listSeriesMeetings(db, series))
    .filter(({ status }) => status !== "cancelled")
    .map(({ start, end }) => ({
      startsAt: start,
      lengthMinutes: (end.getTime() - start.getTime()) / MS_PER_MINUTE,
    }));
  const burdenByHour = burdenByHourOf(record.text);
  const corrections = (await sumDecision(db, record.id))
    .map(({ timeZone, burden }) => ({
      timeZone,
      burden: burdenOf(meetings, timeZone, burdenByHour) - burden,
    }))
    .filter(({ burden }) => burden !== 0);
  await insertBalances(db, { decisionId: record.id, changeId, parties: partiesOf(series) }, corrections);
}
