import { createHash } from "node:crypto";
import { recordAct } from "#lib/audit/record";
import { readCalendarText } from "#lib/calendar-files/read-calendar-file";
import type { ReadEntry } from "#lib/calendar-files/read-entry";
import type { CalendarEntry } from "#lib/calendars/domain/calendar";
import { compareEditions, type EditionDifference } from "#lib/calendars/domain/compare-editions";
import { requireMayKeepCalendar } from "#lib/calendars/domain/policy";
import type { ImportEditionInput } from "#lib/calendars/schema";
import { getCalendar, insertEdition, listCurrentEntries, listEditions } from "#lib/calendars/store/calendars";
import { db as whole, type Db, transaction } from "#lib/db/client";
import type { Day } from "#lib/kernel/day";
import { AppError } from "#lib/kernel/errors";
import { say } from "#lib/kernel/words";
import { dayIn, GENEVA } from "#lib/kernel/zone";
import type { Actor } from "#lib/people/domain/actor";

/** What a file would change, and a fingerprint of it: importing is promised for exactly this. */
export type EditionPreview = EditionDifference & {
  /** All entries of the file. */
  readonly entries: number;
  /** Entries whose times name no zone, and cancelled ones that are left out. */
  readonly floating: number;
  readonly cancelled: number;
  readonly fingerprint: string;
};

/** How many years after the as-of day recurrences are written out. */
const YEARS_AHEAD = 3;

/**
 * What importing a file would change. Stores nothing.
 *
 * @throws AppError `not_found`, `forbidden`; `invalid` in the words of the file's line, for an as-of day to come, and
 *   for one before that of the edition that counts.
 */
export async function previewEdition(
  actor: Actor,
  input: ImportEditionInput,
  now = new Date(),
): Promise<EditionPreview> {
  await requireMayImport(whole, actor, input.calendarId);
  const reading = await read(input, now);
  return (await plan(whole, input, reading)).preview;
}

/**
 * Stores a file as the newest edition of its calendar; the one before is superseded and kept. Gives what it changed.
 *
 * The file is read anew, so what is stored is what the file says, whatever the browser sent along.
 *
 * @throws AppError like {@link previewEdition}; `conflict` when it would no longer do what the preview showed.
 */
export async function importEdition(
  actor: Actor,
  input: ImportEditionInput,
  now = new Date(),
): Promise<EditionPreview> {
  await requireMayImport(whole, actor, input.calendarId);
  const reading = await read(input, now);
  return transaction(async (db) => {
    const calendar = await requireMayImport(db, actor, input.calendarId);
    const { preview, entries } = await plan(db, input, reading);
    if (preview.fingerprint !== input.fingerprint) throw new AppError("conflict", "calendars.import.changed");
    const { calendarId, source, asOf } = input;
    const edition = { calendarId, source, asOf, importedById: actor.id, importedAt: now };
    const id = await insertEdition(db, edition, entries);
    const { added, removed, moved, renamed } = preview;
    await recordAct(db, actor, {
      ...{ action: "calendarImport", subjectType: "calendar_edition", subjectId: id },
      after: {
        ...{ title: calendar.title, source, asOf, entries: entries.length, added: added.length },
        ...{ removed: removed.length, moved: moved.length, renamed: renamed.length },
      },
    });
    return preview;
  });
}

async function requireMayImport(db: Db, actor: Actor, calendarId: string) {
  const calendar = await getCalendar(db, calendarId);
  requireMayKeepCalendar(actor, calendar.group);
  return calendar;
}

type Reading = Awaited<ReturnType<typeof readCalendarText>>;

async function read({ text, asOf, floatingZone }: ImportEditionInput, now: Date): Promise<Reading> {
  if (asOf > dayIn(now, GENEVA))
    throw new AppError("invalid", "refusal.checkFields", { asOf: [say("calendars.import.future")] });
  const year = Number(asOf.slice(0, 4));
  return readCalendarText(text, {
    floatingZone,
    from: `${year - 1}-01-01`,
    to: `${year + YEARS_AHEAD}-12-31`,
  });
}

async function plan(db: Db, { calendarId, source, asOf }: ImportEditionInput, reading: Reading) {
  const [current] = (await listEditions(db, calendarId)).filter(({ supersededAt }) => supersededAt === null);
  if (current && asOf < current.asOf)
    throw new AppError("invalid", "refusal.checkFields", {
      asOf: [say("calendars.import.older", { asOf: Date.parse(current.asOf) })],
    });
  const entries = reading.entries.map(toEntry);
  if (entries.length === 0) throw new AppError("invalid", "calendars.import.nothing");
  const difference = compareEditions(await listCurrentEntries(db, calendarId), entries, asOf);
  const promised = JSON.stringify([calendarId, source, asOf satisfies Day, current?.id ?? null, entries]);
  const fingerprint = createHash("sha256").update(promised).digest("hex");
  const { floating, cancelled } = reading;
  return { preview: { ...difference, entries: entries.length, floating, cancelled, fingerprint }, entries };
}

function toEntry({ key, title, place, ...time }: ReadEntry): CalendarEntry {
  const named = { key, title, place };
  if (time.startsAt === null) return { ...named, ...time };
  const { startsAt, endsAt } = time;
  return { ...named, opensOn: null, closesOn: null, startsAt: new Date(startsAt), endsAt: new Date(endsAt) };
}
