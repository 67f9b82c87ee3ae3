import { db } from "#lib/db/client";
import { dayIn, GENEVA } from "#lib/kernel/zone";
import type { Actor } from "#lib/people/domain/actor";
import { mayEndPart } from "#lib/series/domain/members";
import { sidesSpokenFor } from "#lib/series/domain/policy";
import { groupsOfSide, type Member, type Series, type Side } from "#lib/series/domain/series";
import { isOver } from "#lib/series/domain/states";
import { listRoleHolders, type RoleHolder } from "#lib/series/store/members";
import { loadSeries } from "./load-series.ts";

/** The people of one side, and what the reader may do about them. */
export type SidePeople = {
  readonly side: Side;
  readonly members: readonly (Member & { readonly mayEnd: boolean })[];
  /** Role holders of the side who take no part yet; empty for who does not speak for the side. */
  readonly candidates: readonly RoleHolder[];
  readonly mayInvite: boolean;
};

/**
 * The people of a series by side, today.
 *
 * @throws AppError `not_found` when there is no such series or it is not for this person.
 */
export async function showSeriesPeople(
  actor: Actor,
  reference: string,
  now = new Date(),
): Promise<{ readonly series: Series; readonly sides: readonly SidePeople[] }> {
  const series = await loadSeries(actor, reference, { now });
  const spoken = isOver(series.state) ? [] : sidesSpokenFor(actor, series);
  const sides = series.sides.map(async (side): Promise<SidePeople> => {
    const mayInvite = spoken.some(({ id }) => id === side.id);
    return {
      ...{ side, mayInvite, candidates: mayInvite ? await candidatesOf(series, side, now) : [] },
      members: series.members
        .filter((member) => member.sideId === side.id)
        .map((member) => ({ ...member, mayEnd: mayEndPart(actor, series, member) })),
    };
  });
  return { series, sides: await Promise.all(sides) };
}

async function candidatesOf(series: Series, side: Side, now: Date): Promise<RoleHolder[]> {
  const holders = await listRoleHolders(db, groupsOfSide(side), dayIn(now, GENEVA));
  const taking = new Set(series.members.map(({ personId }) => personId));
  return holders.filter(({ personId }) => !taking.has(personId));
}
