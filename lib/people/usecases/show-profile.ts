import { db } from "#lib/db/client";
import type { Actor } from "#lib/people/domain/actor";
import type { PersonEntry } from "#lib/people/domain/person";
import { getPersonEntry } from "#lib/people/store";

/** One's own entry in the register. */
export async function showProfile(actor: Actor): Promise<PersonEntry> {
  return getPersonEntry(db, actor.id);
}
