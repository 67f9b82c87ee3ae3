import type { Db } from "#lib/db/client";
import { findDoubles, type LikelyDouble } from "#lib/scheduling/domain/duplicates";
import type { Invitee } from "#lib/scheduling/domain/poll";
import { listAddresses } from "#lib/scheduling/store/invitees";

/** The pairs among those asked that may be one person. Addresses are compared here and go no further. */
export async function listDoubles(db: Db, invitees: readonly Invitee[]): Promise<LikelyDouble[]> {
  const ids = invitees.map(({ personId }) => personId);
  const email = new Map((await listAddresses(db, ids)).map((person) => [person.id, person.email]));
  return findDoubles(
    invitees.map(({ id, personId, name, entity }) => ({
      id,
      name,
      entity,
      email: email.get(personId) ?? "",
    })),
  );
}
