import { AppError } from "#lib/kernel/errors";
import type { Meeting } from "#lib/meetings/domain/meeting";
import type { Actor } from "#lib/people/domain/actor";
import { isCoChair, requireCoChair } from "#lib/series/domain/policy";
import type { Series } from "#lib/series/domain/series";

/** An agenda can be changed until its meeting was held or cancelled. */
export function isAgendaOpen({ status }: Pick<Meeting, "status">): boolean {
  return status === "planned" || status === "confirmed" || status === "postponed";
}

/** The co-chairs of both sides write the agenda; everybody who sees the series reads it. */
export function mayEditAgenda(actor: Actor, series: Series, meeting: Pick<Meeting, "status">): boolean {
  return isCoChair(actor, series) && isAgendaOpen(meeting);
}

/**
 * @throws AppError `forbidden` when the person is no co-chair; `conflict` when the meeting was held or cancelled.
 */
export function requireMayEditAgenda(actor: Actor, series: Series, meeting: Pick<Meeting, "status">): void {
  requireCoChair(actor, series);
  if (!isAgendaOpen(meeting)) throw new AppError("conflict", "agendas.meetingOver");
}
