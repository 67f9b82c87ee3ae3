import type { Availability } from "#lib/availability/domain/availability";
import { getAvailability } from "#lib/availability/store";
import type { Db } from "#lib/db/client";

/**
 * The standing profile of the person who asks. It is private: give the id of who is signed in or of who holds the
 * personal link, never that of anybody else.
 *
 * @throws AppError `not_found` for an unknown person.
 */
export async function loadAvailability(db: Db, ownId: string): Promise<Availability> {
  return getAvailability(db, ownId);
}
