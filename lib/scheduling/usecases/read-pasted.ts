import { readCalendarText } from "#lib/calendar-files/read-calendar-file";
import type { ReadEntry } from "#lib/calendar-files/read-entry";
import { addDays } from "#lib/kernel/day";
import { MS_PER_MINUTE } from "#lib/kernel/interval";
import { say } from "#lib/kernel/words";
import { allZones, clockIn, dayIn } from "#lib/kernel/zone";
import type { Actor } from "#lib/people/domain/actor";
import { stageWish, type StagedSlot } from "#lib/scheduling/domain/generate-slots";
import {
  isCalendarText,
  type Pasted,
  type PasteProblem,
  readPastedSlots,
} from "#lib/scheduling/domain/pasted-slots";
import { requireMayRunPoll } from "#lib/scheduling/domain/policy";
import type { PasteSlotsInput } from "#lib/scheduling/schema";
import { loadSeries } from "#lib/series/usecases/load-series";

/** How far ahead repeated events of a calendar are written out. */
const DAYS_AHEAD = 366;

/**
 * The slots that a pasted text names, be it lines or a calendar file (ICS), and what of it could not be read. Stores
 * nothing. Events of whole days are no slots; past events are left out.
 *
 * @throws AppError `not_found`, `forbidden` for who may not offer slots, `conflict` when the series takes none, and
 *   `invalid` for a calendar file that cannot be read, in words for its line.
 */
export async function readPasted(actor: Actor, input: PasteSlotsInput, now = new Date()): Promise<Pasted> {
  requireMayRunPoll(actor, await loadSeries(actor, input.reference, { now }));
  const { text, timeZone, lengthMinutes } = input;
  const today = dayIn(now, timeZone);
  if (!isCalendarText(text)) {
    return readPastedSlots(text, { timeZone, lengthMinutes, today, zones: allZones() });
  }
  const options = { floatingZone: timeZone, from: today, to: addDays(today, DAYS_AHEAD) };
  const { entries } = await readCalendarText(text, options);
  const slots: StagedSlot[] = [];
  const problems: PasteProblem[] = [];
  for (const [index, entry] of entries.entries()) {
    if (entry.startsAt !== null && entry.startsAt <= now.getTime()) continue;
    const slot = stageEntry(entry, timeZone);
    if (slot) slots.push(slot);
    else problems.push(problemOf(index, entry));
  }
  return { slots, problems };
}

/** An event as a slot; null when it takes whole days, or is too short or too long. */
function stageEntry({ startsAt, endsAt }: ReadEntry, timeZone: string): StagedSlot | null {
  const lengthMinutes = startsAt === null || endsAt === null ? 0 : (endsAt - startsAt) / MS_PER_MINUTE;
  if (startsAt === null || lengthMinutes < 15 || lengthMinutes > 480) return null;
  const start = new Date(startsAt);
  const on = (zone: string) =>
    stageWish({ day: dayIn(start, zone), clock: clockIn(start, zone), timeZone: zone, lengthMinutes });
  const slot = on(timeZone);
  // The second of two hours that occur twice has no clock time of its own: UTC tells it apart.
  return slot && slot.start.getTime() === startsAt ? slot : on("UTC");
}

const problemOf = (index: number, { title, startsAt }: ReadEntry): PasteProblem => ({
  ...{ line: index + 1, text: title },
  words: startsAt === null ? say("offering.paste.allDay", { title }) : say("offering.paste.length"),
});
