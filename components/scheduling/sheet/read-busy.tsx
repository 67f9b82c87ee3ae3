import ICAL from "ical.js";
import { type Interval, MS_PER_MINUTE, overlaps } from "#lib/kernel/interval";
import { instantOf, isTimeZone } from "#lib/kernel/zone";
import type { SheetSlot } from "#lib/scheduling/domain/sheet";

/** A time at which a calendar says that one is busy, or perhaps busy. */
type Busy = Interval & { readonly perhaps: boolean };

/** What a calendar says to slots: no where one is busy, if need be where perhaps. */
export type BusyAnswers = {
  readonly answers: Readonly<Record<string, "no" | "if_need_be">>;
  /** How many entries the file has. */
  readonly entries: number;
};

/** A rule that repeats more often than this is followed no further. */
const MOST_REPEATS = 50_000;

/**
 * Lays a calendar file (RFC 5545) over slots. Times without a zone, and whole days, are on the clock of `home`.
 * Cancelled entries and those shown as free are left out.
 *
 * It may take arbitrarily long for a hostile file: run it where it can be stopped. Throws for what is no calendar.
 */
export function readBusy(text: string, slots: readonly SheetSlot[], home: string): BusyAnswers {
  const parsed: unknown[] = ICAL.parse(text);
  const calendars = (Array.isArray(parsed[0]) ? parsed : [parsed]).map(
    (each) => new ICAL.Component(each as never),
  );
  const timed = slots.map(({ id, startsAt, lengthMinutes }) => ({
    ...{ id, start: new Date(startsAt), end: new Date(startsAt + lengthMinutes * MS_PER_MINUTE) },
  }));
  const last = timed.reduce((latest, { end }) => Math.max(latest, end.getTime()), 0);
  const answers: Marks = {};
  let entries = 0;
  for (const calendar of calendars) {
    const clock = makeClock(calendar, home);
    const events = calendar.getAllSubcomponents("vevent");
    entries += events.length;
    for (const event of events.filter(isBusy))
      for (const busy of occurrences(event, clock, last)) mark(answers, timed, busy);
  }
  return { answers, entries };
}

type Marks = Record<string, "no" | "if_need_be">;

/** What a busy time says to the slots it touches; "no" is never weakened. */
function mark(answers: Marks, slots: readonly (Interval & { readonly id: string })[], busy: Busy): void {
  for (const { id } of slots.filter((slot) => overlaps(busy, slot)))
    answers[id] = busy.perhaps ? (answers[id] ?? "if_need_be") : "no";
}

type Clock = (time: ICAL.Time, tzid: string | null) => Date;

/** Reads times by the zones of their names, else by the rules that the file brings, else by the clock of home. */
function makeClock(calendar: ICAL.Component, home: string): Clock {
  const rules = new Map(
    calendar.getAllSubcomponents("vtimezone").map((component) => {
      const zone = new ICAL.Timezone(component);
      return [zone.tzid, zone] as const;
    }),
  );
  return (time, tzid) => {
    const pad = (part: number) => String(part).padStart(2, "0");
    const day = `${String(time.year).padStart(4, "0")}-${pad(time.month)}-${pad(time.day)}`;
    const clock = time.isDate ? "00:00" : `${pad(time.hour)}:${pad(time.minute)}`;
    if (!time.isDate && time.zone === ICAL.Timezone.utcTimezone) return instantOf(day, clock, "UTC");
    if (tzid && isTimeZone(tzid)) return instantOf(day, clock, tzid);
    const rule = tzid ? rules.get(tzid) : undefined;
    if (!rule) return instantOf(day, clock, home);
    return new Date(Date.parse(`${day}T${clock}:00Z`) - rule.utcOffset(time) * 1_000);
  };
}

function* occurrences(component: ICAL.Component, clock: Clock, last: number): Generator<Busy> {
  const event = new ICAL.Event(component);
  const perhaps = busyStatus(component) === "TENTATIVE" || statusOf(component) === "TENTATIVE";
  const tzid = zoneName(component);
  const span = (start: ICAL.Time, end: ICAL.Time): Busy => ({
    start: clock(start, tzid),
    end: clock(end, tzid),
    perhaps,
  });
  if (event.isRecurrenceException() || !event.isRecurring()) {
    yield span(event.startDate, event.endDate);
    return;
  }
  const moved = new Set(Object.keys(event.exceptions));
  const repeats = event.iterator();
  for (let count = 0; count < MOST_REPEATS; count += 1) {
    const next: ICAL.Time | null = repeats.next();
    if (!next) return;
    const { startDate, endDate } = event.getOccurrenceDetails(next);
    if (clock(startDate, tzid).getTime() > last) return;
    if (!moved.has(next.toString())) yield span(startDate, endDate); // one that was moved is an entry of its own
  }
}

function zoneName(component: ICAL.Component): string | null {
  const name = component.getFirstProperty("dtstart")?.getFirstParameter("tzid");
  return typeof name === "string" ? name.replace(/^\//, "") : null;
}

const textOf = (component: ICAL.Component, name: string) =>
  String(component.getFirstPropertyValue(name) ?? "").toUpperCase();
const statusOf = (component: ICAL.Component) => textOf(component, "status");
const busyStatus = (component: ICAL.Component) => textOf(component, "x-microsoft-cdo-busystatus");

function isBusy(component: ICAL.Component): boolean {
  if (!component.getFirstProperty("dtstart")) return false;
  const free = textOf(component, "transp") === "TRANSPARENT" || busyStatus(component) === "FREE";
  return !free && statusOf(component) !== "CANCELLED";
}
