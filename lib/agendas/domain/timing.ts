import { addMinutes, type Interval, MS_PER_MINUTE } from "#lib/kernel/interval";

/** An agenda laid along the clock. */
export type Timetable<Item> = {
  /** The items in their order, each with start and end as instants. */
  readonly items: readonly (Item & Interval)[];
  /** When the last item ends. */
  readonly end: Date;
  /** Minutes by which the items outlast the meeting; 0 when they fit. */
  readonly overRunMinutes: number;
  /** Minutes of the meeting that no item uses; 0 when none are left. */
  readonly spareMinutes: number;
};

/**
 * Gives each item its start and end, back to back from the start of the meeting.
 *
 * An item whose minutes are not (yet) a positive number takes no time. Too long an agenda is reported, not refused:
 * it is work in progress. An empty agenda ends when the meeting starts.
 */
export function timeAgenda<Item extends { readonly minutes: number }>(
  items: readonly Item[],
  meeting: Interval,
): Timetable<Item> {
  let end = meeting.start;
  const timed = items.map((item) => {
    const start = end;
    end = addMinutes(start, item.minutes > 0 && Number.isFinite(item.minutes) ? item.minutes : 0);
    return { ...item, start, end };
  });
  const over = Math.ceil((end.getTime() - meeting.end.getTime()) / MS_PER_MINUTE);
  return { items: timed, end, overRunMinutes: Math.max(0, over), spareMinutes: Math.max(0, -over) };
}
