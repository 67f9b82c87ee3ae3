import { db } from "#lib/db/client";
import type { Numbered } from "#lib/meetings/domain/local-series";
import { type MovedClock, movedClocks, type ReadClock, readClock } from "#lib/meetings/domain/wall-clocks";
import { listPublishedClocks, listZonePeople } from "#lib/meetings/store";
import type { Actor } from "#lib/people/domain/actor";
import type { ZonePeople } from "#lib/rules/domain/zone-people";
import { countByZone } from "#lib/rules/domain/zone-people";
import { loadSeries } from "#lib/series/usecases/load-series";

/** A published meeting that newer tz data moved on somebody's clock. */
export type MovedMeeting = {
  readonly sequence: number;
  /** The tz data by which the published times were computed. */
  readonly tzVersion: string;
  readonly clocks: readonly MovedClock[];
};

/** How the meetings of a series look on the clocks of its people. */
export type ClockGuardView = {
  /** Without cancelled ones. */
  readonly meetings: readonly Numbered[];
  readonly zones: readonly ZonePeople[];
  readonly moved: readonly MovedMeeting[];
};

/**
 * The meetings of a series on the clock of each zone of its people, and those whose published time newer tz data moved.
 *
 * `read` reads a clock; tests put newer tz data in its place.
 *
 * @throws AppError `not_found` when there is no such series or it is not for this person.
 */
export async function viewClockGuard(
  actor: Actor,
  reference: string,
  { now = new Date(), read = readClock }: { readonly now?: Date; readonly read?: ReadClock } = {},
): Promise<ClockGuardView> {
  const series = await loadSeries(actor, reference, { now });
  const [published, people] = await Promise.all([
    listPublishedClocks(db, series.id),
    listZonePeople(db, series.id),
  ]);
  const meetings = published.filter(({ status }) => status !== "cancelled" && status !== "postponed");
  return {
    meetings: meetings.map(({ sequence, start, end }) => ({ sequence, start, end })),
    zones: countByZone(people),
    moved: meetings
      .filter(({ start }) => start > now)
      .map(({ sequence, start, tzVersion, wallClocks }) => ({
        ...{ sequence, tzVersion },
        clocks: movedClocks(wallClocks, start, read),
      }))
      .filter(({ clocks }) => clocks.length > 0),
  };
}
