import { recordAct } from "#lib/audit/record";
import { type Db, transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import { say } from "#lib/kernel/words";
import { dayIn, GENEVA } from "#lib/kernel/zone";
import type { Actor } from "#lib/people/domain/actor";
import { changedFacts } from "#lib/series/domain/facts";
import { requireMayEditSeries } from "#lib/series/domain/policy";
import { requireNotOver } from "#lib/series/domain/states";
import type { EditSeriesInput } from "#lib/series/schema";
import { listKnownGroups } from "#lib/series/store/groups";
import { updateFacts } from "#lib/series/store/series";
import { loadSeries } from "./load-series.ts";

/**
 * Replaces what is written down of a series: title, topic, output, mandate, target, number and kind of meetings.
 *
 * @throws AppError `forbidden` unless the person is a co-chair or of a secretariat, `conflict` when somebody changed it
 *   since the form was shown, `invalid` when the target group is unknown.
 */
export async function editSeries(actor: Actor, input: EditSeriesInput, now = new Date()): Promise<void> {
  await transaction(async (db) => {
    const series = await loadSeries(actor, { id: input.seriesId }, { db, now });
    requireMayEditSeries(actor, series);
    requireNotOver(series.state);
    const { seriesId, version, ...facts } = input;
    const targetGroupId = await targetId(db, facts.target.group, dayIn(now, GENEVA));
    if (!(await updateFacts(db, { seriesId, version }, { ...facts, targetGroupId }))) {
      throw new AppError("conflict", "refusal.conflict");
    }
    await recordAct(db, actor, {
      ...{ action: "seriesEdit", subjectType: "series", subjectId: series.id, seriesId: series.id },
      ...changedFacts(series, facts),
    });
  });
}

async function targetId(db: Db, reference: string | null, today: string): Promise<string | null> {
  if (!reference) return null;
  const [group] = await listKnownGroups(db, [reference], today);
  if (group) return group.id;
  throw new AppError("invalid", "refusal.checkFields", {
    "target.group": [say("series.problem.unknownGroup", { target: reference })],
  });
}
