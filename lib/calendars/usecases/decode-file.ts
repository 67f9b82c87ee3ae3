import { decodeCalendarFile } from "#lib/calendar-files/decode-calendar-file";
import { mayKeepCalendars } from "#lib/calendars/domain/policy";
import { AppError } from "#lib/kernel/errors";
import type { Actor } from "#lib/people/domain/actor";

/**
 * The text of an uploaded file, before anything is read from it.
 *
 * @throws AppError `forbidden` for who keeps no calendar; `invalid` when the bytes are too many, no text, or none.
 */
export function decodeFile(actor: Actor, bytes: Uint8Array): string {
  if (!mayKeepCalendars(actor)) throw new AppError("forbidden", "refusal.forbidden");
  return decodeCalendarFile(bytes);
}
