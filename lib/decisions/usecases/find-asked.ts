import { db } from "#lib/db/client";
import { findByName } from "#lib/decisions/domain/find-by-name";
import { requireTakesPartInChoice } from "#lib/decisions/domain/policy";
import type { Actor } from "#lib/people/domain/actor";
import { loadPoll } from "#lib/scheduling/usecases/load-poll";
import { loadSeries } from "#lib/series/usecases/load-series";
import { listPeople } from "./gather-standing.ts";

/** Somebody of a poll, as far as a name can be chosen. */
export type NamedPerson = { readonly id: string; readonly name: string; readonly letter: string };

/**
 * At most twenty of those asked whose name holds the given letters, those who are called exactly so first; nobody without
 * letters. No address.
 *
 * @throws AppError `not_found` for strangers, `forbidden` for who takes no part in the choice.
 */
export async function findAsked(
  actor: Actor,
  input: { readonly reference: string; readonly name: string },
  now = new Date(),
): Promise<NamedPerson[]> {
  const series = await loadSeries(actor, input.reference, { now });
  requireTakesPartInChoice(actor, series);
  const poll = await loadPoll(db, series);
  if (!poll) return [];
  const people = await listPeople(db, series, poll);
  return findByName(people, input.name).map(({ id, name, letter }) => ({ id, name, letter }));
}
