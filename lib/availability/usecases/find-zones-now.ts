import { zoneAt } from "#lib/availability/domain/zone-plan";
import { listStays } from "#lib/availability/store";
import type { Db } from "#lib/db/client";
import { addDays } from "#lib/kernel/day";
import { dayIn } from "#lib/kernel/zone";

/**
 * In which zone each of these people is at `now`, by person: that of a stay, else that of the profile.
 *
 * Where somebody is is private. This is for jobs that write to the people themselves: show it to nobody else, and keep
 * it nowhere.
 */
export async function findZonesNow(
  db: Db,
  people: readonly { readonly personId: string; readonly timeZone: string }[],
  now: Date,
): Promise<ReadonlyMap<string, string>> {
  const today = dayIn(now, "UTC"); // in no zone is it another day than the one before, this one, or the next
  const days = { fromDay: addDays(today, -1), toDay: addDays(today, 1) };
  const ids = people.map(({ personId }) => personId);
  const stays = await listStays(db, ids, days);
  return new Map(
    people.map(({ personId, timeZone }) => [
      personId,
      zoneAt({ home: timeZone, stays: stays.get(personId) ?? [] }, now),
    ]),
  );
}
