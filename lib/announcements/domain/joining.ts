import { AppError } from "#lib/kernel/errors";
import { say } from "#lib/kernel/words";
import type { Meeting } from "#lib/meetings/domain/meeting";
import type { FreeParts } from "./announcement.ts";

/**
 * Keeps joining links out of what goes to lists: lists have archives, and a link lets anybody in.
 *
 * @throws AppError `invalid`, by field, when a free part holds the joining link of a meeting.
 */
export function requireNoJoiningLink(parts: FreeParts, meetings: readonly Meeting[]): void {
  const links = meetings.map(({ joiningLink }) => joiningLink).filter(Boolean);
  const { subject, introduction, practical } = parts;
  const fields = Object.entries({ subject, introduction, practical })
    .filter(([, text]) => links.some((link) => text.includes(link)))
    .map(([name]) => [name, [say("announcements.refusal.joiningLink")]]);
  if (fields.length > 0) throw new AppError("invalid", "refusal.checkFields", Object.fromEntries(fields));
}
