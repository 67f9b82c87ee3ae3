import type { Cookie } from "#lib/auth/session-cookie";
import { startSession } from "#lib/auth/start-session";
import { db } from "#lib/db/client";
import { requireDemo } from "#lib/demo/domain/require-demo";
import type { BecomeInput } from "#lib/demo/schema";
import { isPerson } from "#lib/demo/store";
import { AppError } from "#lib/kernel/errors";
import { isDemo } from "#lib/settings/settings";

/**
 * Signs the visitor of the demonstration in as one of its cast, and gives the cookie to set. Nobody is asked who
 * they are: this is why the demonstration refuses to start on a database with real people.
 *
 * @throws AppError `not_found` outside the demonstration, `invalid` when there is no such person.
 */
export async function becomePerson({ personId }: BecomeInput, now = new Date()): Promise<Cookie> {
  requireDemo(isDemo());
  if (!(await isPerson(db, personId))) throw new AppError("invalid", "demo.refusal.nobody");
  return startSession(personId, { method: "demonstration" }, now);
}
