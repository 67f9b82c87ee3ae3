import type { Agenda } from "#lib/agendas/domain/agenda";
import { dutyItems } from "#lib/agendas/domain/duty-items";
import { mayEditAgenda } from "#lib/agendas/domain/policy";
import { findAgenda } from "#lib/agendas/store";
import { db } from "#lib/db/client";
import { MS_PER_MINUTE } from "#lib/kernel/interval";
import type { Meeting } from "#lib/meetings/domain/meeting";
import type { MeetingKey } from "#lib/meetings/schema";
import { loadSeriesMeeting } from "#lib/meetings/usecases/load-series-meeting";
import type { Actor } from "#lib/people/domain/actor";
import type { Series } from "#lib/series/domain/series";
import { loadSeries } from "#lib/series/usecases/load-series";
import { inEnglish } from "#lib/words/translate";

/** The agenda of a meeting for one reader. */
export type ShownAgenda = {
  readonly series: Series;
  readonly meeting: Omit<Meeting, "joiningLink">;
  readonly agenda: Agenda;
  readonly mayEdit: boolean;
};

/**
 * The agenda of a meeting; while nobody has saved one, the items that every agenda has, fitted to its length.
 *
 * Reading stores nothing.
 *
 * @throws AppError `not_found` when there is no such meeting or it is not for this person.
 */
export async function showAgenda(actor: Actor, key: MeetingKey, now = new Date()): Promise<ShownAgenda> {
  const series = await loadSeries(actor, key.reference, { now });
  const { joiningLink: _hidden, ...meeting } = await loadSeriesMeeting(db, series, key.sequence);
  return {
    series,
    meeting,
    agenda: (await findAgenda(db, meeting.id)) ?? firstAgenda(meeting),
    mayEdit: mayEditAgenda(actor, series, meeting),
  };
}

function firstAgenda({ start, end }: Pick<Meeting, "start" | "end">): Agenda {
  const items = dutyItems((end.getTime() - start.getTime()) / MS_PER_MINUTE).map(
    ({ duty, title, minutes }) => ({
      ...{ id: null, title: inEnglish({ key: title }), owner: "" },
      ...{ minutes, documents: [], expectedOutcome: "", duty },
    }),
  );
  return { items, version: 0, saved: null };
}
