import { recordAct } from "#lib/audit/record";
import { planMove, setAimsAside } from "#lib/changes/domain/change";
import type { PutChangeForwardInput } from "#lib/changes/schema";
import { insertChange } from "#lib/changes/store";
import { type Db, transaction } from "#lib/db/client";
import { loadAims } from "#lib/decisions/usecases/load-aims";
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
import { candidateAt, judgeTime } from "./judge-time.ts";
import { recordAgreement } from "./record-agreement.ts";
import { takeMeeting } from "./take-meeting.ts";

/**
 * Puts a move or cancellation of one meeting forward, and agrees to it for the co-chair's own side. Nothing changes
 * before every side has agreed. A change put forward before no longer counts. Gives the id of the change.
 *
 * Rules that the new time breaks are set aside for the reason given, which is kept and printed. What the aims of the poll
 * ask for and it does not keep needs a reason of its own, which is kept with the change.
 *
 * @throws AppError `forbidden` for who is no co-chair, `not_found` for an unknown meeting, `invalid` for a time that does
 *   not exist, is past, the same or taken, or misses an aim without a reason, `conflict` when the meeting is over or was changed since `version`.
 */
export async function putChangeForward(
  actor: Actor,
  input: PutChangeForwardInput,
  now = new Date(),
): Promise<string> {
  return transaction(async (db) => {
    const { series, meetings, meeting } = await takeMeeting(db, actor, { ...input, now });
    const moved = { series, meetings, meeting, now };
    const next = input.kind === "move" ? await planNext(db, input, moved) : null;
    const old = { start: meeting.start, end: meeting.end };
    const judged = next ? await judge(db, { ...moved, next }) : NOTHING_FOUND;
    const aside = setAimsAside(judged.missed, (input.kind === "move" && input.aimsReason) || "");
    const change = { meetingId: meeting.id, kind: input.kind, old, next, reason: input.reason, aside };
    const id = await insertChange(db, { ...change, proposedById: actor.id, proposedAt: now });
    await recordAct(db, actor, {
      ...{ action: "changePropose", subjectType: "meetingChange", subjectId: id, seriesId: series.id },
      before: { meeting: meeting.sequence, start: old.start.toISOString(), end: old.end.toISOString() },
      after: {
        ...{ kind: input.kind, reason: input.reason, aimsReason: aside?.reason ?? "" },
        ...(next ? { start: next.start.toISOString(), end: next.end.toISOString() } : {}),
      },
    });
    const findings = breachesOf(judged.findings, id);
    await setFindingsAside(db, actor, { series, findings, reason: input.reason, now });
    await agreeForOwnSide(db, actor, { series, changeId: id, now });
    return id;
  });
}

const NOTHING_FOUND = { findings: [], missed: [] };

type Moved = {
  readonly series: Series;
  readonly meetings: readonly Meeting[];
  readonly meeting: Meeting;
  readonly now: Date;
};

/** The new time; one of the small poll when the form names its slot. */
async function planNext(
  db: Db,
  input: Extract<PutChangeForwardInput, { kind: "move" }>,
  { series, meetings, meeting, now }: Moved,
): Promise<Interval> {
  const next = planMove(meeting, input, { others: meetings, now });
  if (input.slotId) await requireChosen(db, series, { slotId: input.slotId, meeting, next, now });
  return next;
}

async function agreeForOwnSide(
  db: Db,
  actor: Actor,
  { series, changeId, now }: { readonly series: Series; readonly changeId: string; readonly now: Date },
): Promise<void> {
  const own = series.sides.find((side) => isCoChair(actor, series, side.id));
  if (!own) return;
  const said = { changeId, sideId: own.id, outcome: "agreed" } as const;
  await recordAgreement(db, actor, { series, said, now });
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

/** What rules and aims say of the new time, as the page shows it. */
async function judge(db: Db, { series, meetings, meeting, next, now }: Moved & { readonly next: Interval }) {
  const poll = await loadPoll(db, series);
  const context = await loadSlotContext(db, { series, poll, now });
  const aims = poll && (await loadAims(db, series, { poll, now }));
  const around = { series, meeting, others: meetings, context, poll, aims, now };
  return judgeTime(await candidateAt(db, around, next), around);
}
