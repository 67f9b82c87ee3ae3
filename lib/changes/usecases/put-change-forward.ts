import { recordAct } from "#lib/audit/record";
import { checkMove, planMove } from "#lib/changes/domain/change";
import type { PutChangeForwardInput } from "#lib/changes/schema";
import { insertChange } from "#lib/changes/store";
import { type Db, transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import type { Interval } from "#lib/kernel/interval";
import type { Meeting } from "#lib/meetings/domain/meeting";
import type { Actor } from "#lib/people/domain/actor";
import { loadPoll } from "#lib/scheduling/usecases/load-poll";
import { readReplacement } from "#lib/scheduling/usecases/read-replacement";
import { loadSlotContext } from "#lib/scheduling/usecases/load-slot-context";
import { isCoChair } from "#lib/series/domain/policy";
import type { Series } from "#lib/series/domain/series";
import { breachesOf } from "#lib/waivers/domain/waiver";
import { setFindingsAside } from "#lib/waivers/usecases/set-findings-aside";
import { recordAgreement } from "./record-agreement.ts";
import { takeMeeting } from "./take-meeting.ts";

/**
 * Puts a move or cancellation of one meeting forward, and agrees to it for the co-chair's own side. Nothing changes
 * before every side has agreed. A change put forward before no longer counts. Gives the id of the change.
 *
 * Rules that the new time breaks are set aside for the reason given, which is kept and printed.
 *
 * @throws AppError `forbidden` for who is no co-chair, `not_found` for an unknown meeting, `invalid` for a time that does
 *   not exist, is past, the same or taken, `conflict` when the meeting is over or was changed since `version`.
 */
export async function putChangeForward(
  actor: Actor,
  input: PutChangeForwardInput,
  now = new Date(),
): Promise<string> {
  return transaction(async (db) => {
    const { series, meetings, meeting } = await takeMeeting(db, actor, { ...input, now });
    const next = input.kind === "move" ? planMove(meeting, input, { others: meetings, now }) : null;
    if (input.kind === "move" && input.slotId && next)
      await requireChosen(db, series, { slotId: input.slotId, meeting, next, now });
    const old = { start: meeting.start, end: meeting.end };
    const change = { meetingId: meeting.id, kind: input.kind, old, next, reason: input.reason };
    const id = await insertChange(db, { ...change, proposedById: actor.id, proposedAt: now });
    await recordAct(db, actor, {
      ...{ action: "changePropose", subjectType: "meetingChange", subjectId: id, seriesId: series.id },
      before: { meeting: meeting.sequence, start: old.start.toISOString(), end: old.end.toISOString() },
      after: {
        ...{ kind: input.kind, reason: input.reason },
        ...(next ? { start: next.start.toISOString(), end: next.end.toISOString() } : {}),
      },
    });
    if (next)
      await setRulesAside(db, actor, { series, meetings, meeting, next, now, id, reason: input.reason });
    const own = series.sides.find((side) => isCoChair(actor, series, side.id));
    if (own) {
      const said = { changeId: id, sideId: own.id, outcome: "agreed" } as const;
      await recordAgreement(db, actor, { series, said, now });
    }
    return id;
  });
}

type Chosen = {
  readonly slotId: string;
  readonly meeting: Meeting;
  readonly next: Interval;
  readonly now: Date;
};

/** @throws AppError `conflict` when the time is not, or no longer, one of a small poll that is closed. */
async function requireChosen(db: Db, series: Series, { slotId, meeting, next, now }: Chosen): Promise<void> {
  const asked = await readReplacement(db, series, { meetingId: meeting.id, now });
  const slot = asked?.slots.find(({ id }) => id === slotId);
  const isSame = slot?.start.getTime() === next.start.getTime() && slot.end.getTime() === next.end.getTime();
  if (asked?.phase === "open") throw new AppError("conflict", "scheduling.refusal.stillOpen");
  if (asked?.phase !== "closed" || !isSame) throw new AppError("conflict", "decisions.refusal.slotGone");
}

type Moved = {
  readonly series: Series;
  readonly meetings: readonly Meeting[];
  readonly meeting: Meeting;
  readonly next: Interval;
  readonly now: Date;
  readonly id: string;
  readonly reason: string;
};

async function setRulesAside(db: Db, actor: Actor, moved: Moved): Promise<void> {
  const { series, meetings, meeting, next, now, id, reason } = moved;
  const context = await loadSlotContext(db, { series, poll: await loadPoll(db, series), now });
  const found = checkMove(next, meeting, { others: meetings, context });
  await setFindingsAside(db, actor, { series, findings: breachesOf(found, id), reason, now });
}
