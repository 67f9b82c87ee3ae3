import { db } from "#lib/db/client";
import type { Actor } from "#lib/people/domain/actor";
import { findActor, type Known } from "#lib/people/store";

/**
 * Who the person is today: name, zone and the rights that the database holds at `now`. Null for an unknown id, and for
 * a session that is unknown or has ended.
 */
export async function identifyActor(known: Known, now = new Date()): Promise<Actor | null> {
  return findActor(db, known, now);
}
