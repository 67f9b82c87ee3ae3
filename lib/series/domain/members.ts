import { AppError } from "#lib/kernel/errors";
import { say } from "#lib/kernel/words";
import type { Actor } from "#lib/people/domain/actor";
import { sidesSpokenFor } from "./policy.ts";
import { isOver } from "./states.ts";
import { type Member, type Series, sideOf } from "./series.ts";

/** The co-chair of a side today, or null. */
export function coChairOf(series: Series, sideId: string): Member | null {
  return series.members.find((member) => member.role === "co_chair" && member.sideId === sideId) ?? null;
}

/** The part with this id that is held today. @throws AppError `not_found` when there is none, or of another role. */
export function requireMember(series: Series, memberId: string, role?: Member["role"]): Member {
  const member = series.members.find(({ id }) => id === memberId);
  if (!member || (role && member.role !== role)) throw new AppError("not_found", "refusal.notFound");
  return member;
}

/** @throws AppError `conflict` when the person is a co-chair already, or takes part for another side. */
export function requireMayBeCoChair(series: Series, sideId: string, personId: string): void {
  newcomers(series, sideId, [personId]);
  if (coChairOf(series, sideId)?.personId === personId) {
    throw new AppError("conflict", "series.refusal.sameCoChair");
  }
}

/** Whether this person may welcome the co-chair: who speaks for another side than the one that put the co-chair forward. */
export function mayWelcome(actor: Actor, series: Series, member: Member): boolean {
  return (
    member.role === "co_chair" &&
    member.welcomedAt === null &&
    !isOver(series.state) &&
    sidesSpokenFor(actor, series).some((side) => side.id !== member.sideId)
  );
}

/**
 * Which of these people are new to the series. Those who take part for the side already are left out: inviting
 * twice changes nothing. Order is kept; doubles are dropped.
 *
 * @throws AppError `conflict` when somebody takes part for another side.
 */
export function newcomers(series: Series, sideId: string, personIds: readonly string[]): string[] {
  const unique = [...new Set(personIds)];
  for (const personId of unique) {
    const elsewhere = series.members.find(
      (member) => member.personId === personId && member.sideId !== sideId,
    );
    if (elsewhere) {
      const side = sideOf(series, elsewhere.sideId).group.reference;
      throw new AppError(
        "conflict",
        say("series.refusal.otherSidesMember", { person: elsewhere.name, side }),
      );
    }
  }
  return unique.filter(
    (personId) =>
      !series.members.some((member) => member.personId === personId && member.role === "participant"),
  );
}

/** Whether this person may end the part: who speaks for its side, or the member. */
export function mayEndPart(actor: Actor, series: Series, member: Member): boolean {
  return (
    member.personId === actor.id || sidesSpokenFor(actor, series).some((side) => side.id === member.sideId)
  );
}
