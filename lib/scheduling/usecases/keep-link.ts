import type { Db } from "#lib/db/client";
import type { Invitee } from "#lib/scheduling/domain/poll";
import { getLink, updateLink } from "#lib/scheduling/store/invitees";
import { makeLink, type PersonalLink } from "./make-link.ts";

/**
 * The personal link that somebody has, for another mail; the one in the mails before stays good. A person who has none
 * yet gets the first. Null when it was withdrawn: then no mail brings it back, only a co-chair does.
 *
 * Where the secret of the installation changed, the person gets a new link, and the one before stops working.
 */
export async function keepLink(
  db: Db,
  pollId: string,
  invitee: Pick<Invitee, "id" | "personId" | "linkNumber">,
): Promise<PersonalLink | null> {
  const { tokenHash, revokedAt } = await getLink(db, invitee.id);
  if (tokenHash === null && revokedAt !== null) return null;
  const { personId, linkNumber } = invitee;
  const link = makeLink({ pollId, personId, linkNumber });
  if (linkNumber > 0 && link.tokenHash === tokenHash) return link;
  const next = makeLink({ pollId, personId, linkNumber: linkNumber + 1 });
  await updateLink(db, invitee.id, {
    ...{ tokenHash: next.tokenHash, revokedAt: null, linkNumber: linkNumber + 1 },
  });
  return next;
}
