import { db } from "#lib/db/client";
import type { Actor } from "#lib/people/domain/actor";
import type { PersonEntry } from "#lib/people/domain/person";
import { requireMaySeePeople } from "#lib/people/domain/policy";
import { listPersonEntries } from "#lib/people/store";

const LONGEST_SEARCH = 100;

/**
 * The register of people in the order of their names, with roles now and formerly; with `search`, those whose name,
 * entity or address contains it.
 *
 * @throws AppError `forbidden` for anybody but administrators and secretariats.
 */
export async function listPeople(actor: Actor, search = ""): Promise<PersonEntry[]> {
  requireMaySeePeople(actor);
  return listPersonEntries(db, search.replaceAll("\u0000", "").trim().slice(0, LONGEST_SEARCH));
}
