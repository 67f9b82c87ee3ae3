import { recordAct } from "#lib/audit/record";
import type { Db } from "#lib/db/client";
import type { Actor } from "#lib/people/domain/actor";
import { findPersonIdByEmail, insertPerson } from "#lib/people/store";

/** What is known of somebody who is asked to take part. `timeZone` is an IANA name. */
export type Invitation = {
  readonly name: string;
  readonly email: string;
  readonly entity?: string;
  readonly country?: string | null;
  readonly timeZone?: string;
};

/**
 * The id of the person with this e-mail address, who is written down if unknown; no mail leaves.
 *
 * What is stored of a known person stays as that person set it. For use cases of other features, in their
 * transaction: they have asked whether the actor may. `actor` is null for somebody who came by themselves.
 */
export async function findOrInvitePerson(
  db: Db,
  actor: Pick<Actor, "id" | "name"> | null,
  invitation: Invitation,
): Promise<string> {
  const email = invitation.email.trim().toLowerCase();
  const known = await findPersonIdByEmail(db, email);
  if (known) return known;
  const id = await insertPerson(db, { ...invitation, email });
  await recordAct(db, actor, {
    ...{ action: "personInvite", subjectType: "person", subjectId: id },
    after: { name: invitation.name },
  });
  return id;
}
