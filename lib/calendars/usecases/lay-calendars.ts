import type { LaidCalendar } from "#lib/calendars/domain/lay-over";
import { type Invited, layOver } from "#lib/calendars/domain/lay-layers";
import { listBelongings, listKeptMeetings, listLayers } from "#lib/calendars/store/surroundings";
import type { Db } from "#lib/db/client";
import { weekendsOf, type WeekendPeople } from "#lib/rules/domain/check-weekend";
import type { Limits } from "#lib/rules/domain/rules";
import type { Series } from "#lib/series/domain/series";

/** Somebody invited: where they live, and for which side. */
export type InvitedPerson = { readonly personId: string; readonly timeZone: string; readonly sideId: string };

type Laying = { readonly people: readonly InvitedPerson[]; readonly limits: Limits; readonly now: Date };

/**
 * Every calendar as it lies over the slots of a series from `now` on, with the invited people whom it concerns by zone;
 * and the people by the days of their weekend.
 *
 * The caller has loaded the series for its reader. Only counts leave here: nobody's country or roles.
 */
export async function layCalendars(
  db: Db,
  series: Pick<Series, "sides">,
  { people, limits, now }: Laying,
): Promise<{ readonly calendars: LaidCalendar[]; readonly weekends: WeekendPeople[] }> {
  const layers = await listLayers(db, now);
  const kept = await listKeptMeetings(db, now);
  const personIds = [...new Set(people.map(({ personId }) => personId))];
  const belongings = await listBelongings(db, personIds, now);
  const studyGroups = new Map(series.sides.map(({ id, group }) => [id, group.id]));
  const invited = people.map(({ personId, timeZone, sideId }): Invited => {
    const { country = null, groupIds = [] } = belongings.get(personId) ?? {};
    const own = studyGroups.get(sideId);
    return { timeZone, country, groupIds: own ? [...groupIds, own] : groupIds };
  });
  return {
    calendars: layOver({ layers, kept }, { invited, studyGroupIds: [...studyGroups.values()] }),
    weekends: weekendsOf(invited, limits.D2),
  };
}
