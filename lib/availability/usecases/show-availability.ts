import type { Availability } from "#lib/availability/domain/availability";
import { getAvailability } from "#lib/availability/store";
import { db } from "#lib/db/client";
import type { Actor } from "#lib/people/domain/actor";

/** One's own standing profile; there is no way to ask for anybody else's. */
export async function showAvailability(actor: Actor): Promise<Availability> {
  return getAvailability(db, actor.id);
}
