import type { SeriesView, ZoneView } from "./ranking-view.ts";

/** Zones whose clocks say the same at each meeting of some series, and that bear the same in each. */
export type SharedClock = {
  readonly places: readonly string[];
  /** In all of these zones together. */
  readonly people: number;
  /** One of the zones as it is in each of the series, in their order. */
  readonly zones: readonly ZoneView[];
};

/**
 * The zones of series that have the same zones in the same order, those that look alike in all of them together: a row
 * for Berlin, Paris and Rome instead of three. In the order in which the first of each comes.
 */
export function shareClocks(series: readonly Pick<SeriesView, "zones">[]): SharedClock[] {
  const shared = new Map<string, SharedClock>();
  for (const [index, { place, people }] of (series[0]?.zones ?? []).entries()) {
    const zones = series.flatMap((one) => one.zones[index] ?? []);
    const look = JSON.stringify(zones.map(({ times, burden, carried }) => [times, burden, carried]));
    const before = shared.get(look);
    shared.set(look, {
      places: [...(before?.places ?? []), place],
      people: (before?.people ?? 0) + people,
      zones: before?.zones ?? zones,
    });
  }
  return [...shared.values()];
}
