import type { AgendaItem } from "#lib/agendas/domain/agenda";
import { requireMayEditAgenda } from "#lib/agendas/domain/policy";
import type { SaveAgendaInput } from "#lib/agendas/schema";
import { claimNextVersion, findAgenda, replaceItems } from "#lib/agendas/store";
import { recordAct } from "#lib/audit/record";
import { transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import { loadSeriesMeeting } from "#lib/meetings/usecases/load-series-meeting";
import type { Actor } from "#lib/people/domain/actor";
import { loadSeries } from "#lib/series/usecases/load-series";

/**
 * Saves a whole agenda, in the order of its items. `version` is that of the agenda which was changed, 0 for the first.
 *
 * @throws AppError `forbidden` when the person is no co-chair; `conflict` when somebody saved the agenda since
 * `version`, or when the meeting was held or cancelled.
 */
export async function saveAgenda(actor: Actor, input: SaveAgendaInput, now = new Date()): Promise<void> {
  await transaction(async (db) => {
    const series = await loadSeries(actor, input.reference, { db, now });
    const meeting = await loadSeriesMeeting(db, series, input.sequence);
    requireMayEditAgenda(actor, series, meeting);
    const before = await findAgenda(db, meeting.id);
    const id = await claimNextVersion(db, meeting.id, input.version);
    if (id === null) throw new AppError("conflict", "agendas.conflict");
    await replaceItems(db, id, input.items);
    await recordAct(db, actor, {
      action: "agendaSave",
      subjectType: "agenda",
      subjectId: id,
      seriesId: series.id,
      ...(before ? { before: { meeting: meeting.sequence, items: before.items.map(forTrail) } } : {}),
      after: { meeting: meeting.sequence, items: input.items.map(forTrail) },
    });
  });
}

/** What the trail keeps of an item: what people wrote, not our ids. */
const forTrail = ({ title, owner, minutes, documents, expectedOutcome }: AgendaItem) => ({
  ...{ title, owner, minutes, expectedOutcome },
  documents: [...documents],
});
