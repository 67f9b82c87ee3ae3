import { type Component, propertyOf } from "./components.ts";
import { type IcsEvent, readEvent } from "./ics-event.ts";
import { MS_PER_DAY } from "./ics-time.ts";
import type { ReadOptions } from "./read-entry.ts";
import { type ClockOf, type Written, writeOut } from "./write-out.ts";
import { clocksOf, ianaClock } from "./zones.ts";

/** The events of one UID, which change one another, before they are read. */
export type EventGroup = {
  readonly parts: readonly Component[];
  /** Reads them and writes them out between the days. @throws AppError `invalid`, naming the line. */
  readonly write: () => { readonly events: readonly IcsEvent[]; readonly written: readonly Written[] };
};

/** The events of a calendar by UID, in the order of the file; those without one stand alone. */
export function groupsOf(calendar: Component, { floatingZone, from, to }: ReadOptions): EventGroup[] {
  const window = { from: Date.parse(from), to: Date.parse(to) + MS_PER_DAY - 1 };
  const named = clocksOf(calendar, window);
  const [floatingClock, utc] = [ianaClock(floatingZone), ianaClock("UTC")];
  const clockOf: ClockOf = (time, line) => {
    if (time.kind === "day" || time.zone === "UTC") return utc;
    return time.zone === null ? floatingClock : named(time.zone, line);
  };
  return byUid(calendar.parts.filter(({ name }) => name === "VEVENT")).map((parts) => ({
    parts,
    write() {
      const events = parts.map(readEvent);
      return { events, written: writeOut(events, { clockOf, window }) };
    },
  }));
}

function byUid(parts: readonly Component[]): readonly Component[][] {
  const groups = new Map<string, Component[]>();
  parts.forEach((part, at) => {
    const key = propertyOf(part, "UID")?.value.trim() || `\n${at}`;
    const group = groups.get(key);
    if (group) group.push(part);
    else groups.set(key, [part]);
  });
  return [...groups.values()];
}
