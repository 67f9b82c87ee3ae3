import { db } from "#lib/db/client";
import type { Actor } from "#lib/people/domain/actor";
import type { PersonEntry } from "#lib/people/domain/person";
import { mayChangeAddress, mayGiveRole, requireMaySeePeople } from "#lib/people/domain/policy";
import { ROLES, type Role, type RolePlace } from "#lib/people/domain/role";
import { getPersonEntry, listPlaces } from "#lib/people/store";

/** Where the actor may give which roles; the place is null for the installation itself. */
export type Offer = { readonly place: RolePlace | null; readonly roles: readonly Role[] };

/** A person, what the actor may give them, and which of their roles the actor may end. */
export type PersonView = {
  readonly person: PersonEntry;
  readonly offers: readonly Offer[];
  readonly endable: readonly string[];
  readonly mayChangeAddress: boolean;
};

/** @throws AppError `forbidden` or `not_found`, which a page shows alike. */
export async function showPerson(actor: Actor, personId: string): Promise<PersonView> {
  requireMaySeePeople(actor);
  const person = await getPersonEntry(db, personId);
  return {
    person,
    offers: await listOffers(actor),
    mayChangeAddress: mayChangeAddress(actor),
    endable: person.roles.filter(({ role, place }) => mayGiveRole(actor, role, place)).map(({ id }) => id),
  };
}

/** Which roles the actor may give, and where, in the order of the groups. @throws AppError `forbidden` */
export async function listOffers(actor: Actor): Promise<Offer[]> {
  requireMaySeePeople(actor);
  const places: (RolePlace | null)[] = [null, ...(await listPlaces(db))];
  return places
    .map((place) => ({ place, roles: ROLES.filter((role) => mayGiveRole(actor, role, place)) }))
    .filter(({ roles }) => roles.length > 0);
}
