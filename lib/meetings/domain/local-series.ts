import type { Day } from "#lib/kernel/day";
import type { Interval } from "#lib/kernel/interval";
import { clockIn, dayIn, GENEVA, offsetMinutes } from "#lib/kernel/zone";
import type { ZonePeople } from "#lib/rules/domain/zone-people";

/** A meeting, or a slot put forward as one, with its number in the series. */
export type Numbered = Interval & { readonly sequence: number };

/** A meeting on the clock of one zone. */
export type LocalMeeting = {
  readonly sequence: number;
  readonly day: Day;
  /** Start and end as `HH:mm`. */
  readonly clock: string;
  readonly endClock: string;
  /** Whether it starts on another calendar day than in Geneva. */
  readonly isOtherDay: boolean;
  /** Minutes by which this clock is ahead of Geneva's at the start. */
  readonly aheadMinutes: number;
};

/** How a series looks in one zone. */
export type LocalSeries = ZonePeople & {
  readonly meetings: readonly LocalMeeting[];
  /** Meetings that start at the same local time, in order of their first. */
  readonly hours: readonly { readonly clock: string; readonly sequences: readonly number[] }[];
};

/**
 * The series as it looks on the clock of each zone, across clock changes and the date line. Zones in the order given,
 * meetings in order of time.
 */
export function seriesInZones(
  meetings: readonly Numbered[],
  zones: readonly ZonePeople[],
): readonly LocalSeries[] {
  const inOrder = [...meetings].sort((a, b) => a.start.getTime() - b.start.getTime());
  return zones.map((zone) => {
    const local = inOrder.map((meeting) => localMeeting(meeting, zone.timeZone));
    return { ...zone, meetings: local, hours: byHour(local) };
  });
}

/**
 * Whether somebody has to look: the hour shifts for a zone against Geneva's, or a meeting lies on another day there. That
 * the meetings have different hours in Geneva is nothing special.
 */
export function isUneven({ meetings }: LocalSeries): boolean {
  const ahead = new Set(meetings.map(({ aheadMinutes }) => aheadMinutes));
  return ahead.size > 1 || meetings.some(({ isOtherDay }) => isOtherDay);
}

function localMeeting({ sequence, start, end }: Numbered, timeZone: string): LocalMeeting {
  const day = dayIn(start, timeZone);
  return {
    ...{ sequence, day, isOtherDay: day !== dayIn(start, GENEVA) },
    ...{ clock: clockIn(start, timeZone), endClock: clockIn(end, timeZone) },
    aheadMinutes: offsetMinutes(start, timeZone) - offsetMinutes(start, GENEVA),
  };
}

function byHour(meetings: readonly LocalMeeting[]): LocalSeries["hours"] {
  const hours = new Map<string, number[]>();
  for (const { clock, sequence } of meetings) hours.set(clock, [...(hours.get(clock) ?? []), sequence]);
  return [...hours].map(([clock, sequences]) => ({ clock, sequences }));
}
