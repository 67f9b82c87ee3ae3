import type { Db } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import { guestsOf } from "#lib/scheduling/domain/opening";
import type { Poll } from "#lib/scheduling/domain/poll";
import { insertInvitee, listInvitees, updateRequired } from "#lib/scheduling/store/invitees";
import type { Series } from "#lib/series/domain/series";

/** The names of those required before and after, in order. */
export type RequiredNames = { readonly before: readonly string[]; readonly after: readonly string[] };

/**
 * Says whose attendance every meeting needs: these people and no others. A member of the series who was not on the list
 * of a draft is put there. For use cases that have asked for rights and hold the poll, in their transaction.
 *
 * @throws AppError `invalid` for somebody who is not asked.
 */
export async function requirePeople(
  db: Db,
  { series, poll }: { readonly series: Series; readonly poll: Poll },
  personIds: readonly string[],
): Promise<RequiredNames> {
  const listed = await listInvitees(db, poll.id);
  const guests = poll.state === "draft" ? guestsOf(series, listed) : listed;
  for (const personId of personIds) {
    const guest = guests.find((other) => other.personId === personId);
    if (!guest) throw new AppError("invalid", "scheduling.inviting.refusal.notAsked");
    if (listed.some((other) => other.personId === personId)) continue;
    const { sideId } = guest;
    await insertInvitee(db, { pollId: poll.id, personId, sideId, tokenHash: null, linkNumber: 0 });
  }
  await updateRequired(db, poll.id, personIds);
  const before = listed.filter(({ required }) => required).map(({ personId }) => personId);
  const names = (ids: readonly string[]) => namesOf([...listed, ...series.members], ids);
  return { before: names(before), after: names(personIds) };
}

type Named = { readonly personId: string; readonly name: string };

const namesOf = (people: readonly Named[], ids: readonly string[]) =>
  ids.map((id) => people.find(({ personId }) => personId === id)?.name ?? "").sort();
