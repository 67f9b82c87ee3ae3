import { db } from "#lib/db/client";
import type { Actor } from "#lib/people/domain/actor";
import { findActor } from "#lib/people/store";

/** Who the person is today: name, zone and the rights that the database holds at `now`. Null for an unknown id. */
export async function identifyActor(personId: string, now = new Date()): Promise<Actor | null> {
  return findActor(db, personId, now);
}
