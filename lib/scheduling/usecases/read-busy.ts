import { type Component, readComponents } from "#lib/calendar-files/components";
import { readContentLines } from "#lib/calendar-files/content-lines";
import { decodeCalendarFile } from "#lib/calendar-files/decode-calendar-file";
import { type EventGroup, groupsOf } from "#lib/calendar-files/event-groups";
import { OWN_FILE } from "#lib/calendar-files/limits";
import type { ReadEntry } from "#lib/calendar-files/read-entry";
import { requireFew, type Written } from "#lib/calendar-files/write-out";
import { addDays } from "#lib/kernel/day";
import { type AppError, isAppError } from "#lib/kernel/errors";
import { type Interval, MS_PER_MINUTE } from "#lib/kernel/interval";
import { dayIn, instantOf } from "#lib/kernel/zone";
import { type Busy, type BusyAnswers, markBusy } from "#lib/scheduling/domain/busy";
import type { SheetSlot } from "#lib/scheduling/domain/sheet";

/**
 * Lays somebody's own calendar file over slots. Times without a zone, and whole days, are on the clock of `home`.
 * Cancelled entries and those shown as free are left out. What cannot be read exactly, such as a zone that nobody
 * knows, is not guessed: it is passed over together with all of its UID, and named.
 *
 * It may take long for a hostile file: run it where it can be stopped.
 *
 * @throws AppError `invalid` for what is no calendar, or asks for too much.
 */
export function readBusy(bytes: Uint8Array, slots: readonly SheetSlot[], home: string): BusyAnswers {
  const lines = readContentLines(decodeCalendarFile(bytes, OWN_FILE), OWN_FILE);
  const calendars = readComponents(lines, OWN_FILE);
  const timed = slots.map(({ id, startsAt, lengthMinutes }) => ({
    ...{ id, start: new Date(startsAt), end: new Date(startsAt + lengthMinutes * MS_PER_MINUTE) },
  }));
  const options = { floatingZone: home, ...daysAround(timed) };
  const groups = calendars.flatMap((calendar) => groupsOf(calendar, options).map(readGroup));
  const written = groups.flatMap((group) => group.written);
  requireFew(written.length);
  const busy = written.flatMap((each) => toBusy(each, home));
  const refused = groups.flatMap((group) => group.refused);
  return {
    answers: markBusy(timed, busy),
    entries: calendars.flatMap(({ parts }) => parts.filter(isEvent)).length,
    passedOver: {
      lines: refused.map(({ line }) => line).sort((a, b) => a - b),
      zones: [...new Set(refused.flatMap(({ zone }) => zone ?? []))].sort(),
    },
  };
}

const isEvent = ({ name }: Component) => name === "VEVENT";

/** Days that hold the slots in whatever zone. */
function daysAround(slots: readonly Interval[]): { from: string; to: string } {
  const [first, last] = [
    Math.min(...slots.map(({ start }) => start.getTime())),
    Math.max(...slots.map(({ end }) => end.getTime())),
  ];
  if (slots.length === 0) return { from: "1970-01-01", to: "1970-01-01" };
  return { from: addDays(dayIn(new Date(first), "UTC"), -2), to: addDays(dayIn(new Date(last), "UTC"), 2) };
}

type Refused = { readonly line: number; readonly zone: string | null };
type Group = { readonly written: readonly Written[]; readonly refused: readonly Refused[] };

/** What a group writes out, or else the lines of its events. */
function readGroup(group: EventGroup): Group {
  try {
    return { written: group.write().written, refused: [] };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { written: [], refused: group.parts.map(({ line }) => ({ line, zone: zoneIn(error) })) };
  }
}

function zoneIn({ words }: AppError): string | null {
  return words.key === "calendars.file.unknownZone" ? String(words.values?.["zone"] ?? "") : null;
}

function toBusy({ entry, event }: Written, home: string): Busy[] {
  if (event.shows === "free") return [];
  return [{ ...spanOf(entry, home), perhaps: event.shows === "perhaps" }];
}

function spanOf({ opensOn, closesOn, startsAt, endsAt }: ReadEntry, home: string): Interval {
  if (opensOn === null) return { start: new Date(startsAt), end: new Date(endsAt) };
  return { start: instantOf(opensOn, "00:00", home), end: instantOf(addDays(closesOn, 1), "00:00", home) };
}
