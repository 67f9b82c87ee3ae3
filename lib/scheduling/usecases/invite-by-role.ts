import { recordAct } from "#lib/audit/record";
import { type Db, transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import { dayIn, GENEVA } from "#lib/kernel/zone";
import type { Actor } from "#lib/people/domain/actor";
import { requireMayInvite } from "#lib/scheduling/domain/policy";
import { offerRoles, type RoleOffer } from "#lib/scheduling/domain/role-offers";
import type { InviteByRoleInput } from "#lib/scheduling/schema";
import { holdPoll } from "#lib/scheduling/store/polls";
import { listRoleHoldings } from "#lib/scheduling/store/role-holdings";
import type { Series, Side } from "#lib/series/domain/series";
import { askPeople } from "./ask-people.ts";
import { findPollFor } from "./find-poll-for.ts";

/**
 * Puts on the list everybody who holds one of the ticked roles today, and gives how many are new. In an open poll
 * they get their personal link by mail; in a draft they get it when the poll opens.
 *
 * Somebody ticked for two sides is asked for the first of them.
 *
 * @throws AppError `forbidden` for who is neither co-chair nor secretariat, `invalid` when nothing is ticked,
 *   `conflict` when nobody is new, when an offer is gone or when the poll is closed.
 */
export async function inviteByRole(
  actor: Actor,
  input: InviteByRoleInput,
  now = new Date(),
): Promise<number> {
  return transaction(async (db) => {
    const { series, poll } = await findPollFor(db, actor, { key: input, right: requireMayInvite, now });
    await holdPoll(db, poll.id);
    if (input.offers.length === 0) throw new AppError("invalid", "scheduling.inviting.refusal.nothingTicked");
    const sides = await listRoleOffers(db, { series, asked: new Set(), now });
    const offers = sides.flatMap(({ side, offers: ofSide }) => ofSide.map((offer) => ({ side, ...offer })));
    const ticked = offers.filter(({ key }) => input.offers.includes(key));
    if (ticked.length < new Set(input.offers).size)
      throw new AppError("conflict", "scheduling.inviting.refusal.offerGone");
    const people = ticked.flatMap(({ side, people: held }) =>
      held.map(({ personId }) => ({ personId, sideId: side.id })),
    );
    const count = await askPeople(db, { series, poll, actor, now }, people);
    if (count === 0) throw new AppError("conflict", "scheduling.inviting.refusal.nobodyNew");
    await recordAct(db, actor, {
      ...{ action: "pollInvite", subjectType: "poll", subjectId: poll.id, seriesId: series.id },
      after: { people: count, roles: ticked.map(({ kind, group }) => `${kind} ${group}`) },
    });
    return count;
  });
}

/** Whom each side can ask by role, today. */
export async function listRoleOffers(
  db: Db,
  {
    series,
    asked,
    now,
  }: { readonly series: Series; readonly asked: ReadonlySet<string>; readonly now: Date },
): Promise<{ readonly side: Side; readonly offers: readonly RoleOffer[] }[]> {
  const today = dayIn(now, GENEVA);
  return Promise.all(
    series.sides.map(async (side) => {
      const first = side.questions.map(({ id }) => id);
      const holdings = await listRoleHoldings(db, side.group.id, { today, first });
      return { side, offers: offerRoles(side, holdings, asked) };
    }),
  );
}
