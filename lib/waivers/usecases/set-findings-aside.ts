import { recordAct } from "#lib/audit/record";
import type { Db } from "#lib/db/client";
import type { Actor } from "#lib/people/domain/actor";
import { requireCoChair } from "#lib/series/domain/policy";
import type { Series } from "#lib/series/domain/series";
import type { FindingKey } from "#lib/waivers/domain/waiver";
import { insertWaiver } from "#lib/waivers/store";

/**
 * Sets several findings aside for one reason, each kept and written down by itself. One that is set aside already
 * stays as it is.
 *
 * For the use case that makes the subjects, in its transaction and with the series it has loaded.
 *
 * @throws AppError `forbidden` when the person is no co-chair.
 */
export async function setFindingsAside(
  db: Db,
  actor: Actor,
  aside: {
    readonly series: Series;
    readonly findings: readonly FindingKey[];
    readonly reason: string;
    readonly now: Date;
  },
): Promise<void> {
  const { series, findings, reason, now } = aside;
  requireCoChair(actor, series);
  for (const { rule, subjectId, about } of findings) {
    const id = await insertWaiver(
      db,
      { seriesId: series.id, rule, subjectId, about },
      { reason, waivedById: actor.id, waivedAt: now },
    );
    if (!id) continue;
    await recordAct(db, actor, {
      ...{ action: "findingWaive", subjectType: "waiver", subjectId: id, seriesId: series.id },
      after: { rule, about, reason },
    });
  }
}
