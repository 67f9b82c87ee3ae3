import type { Change } from "#lib/changes/domain/change";
import { listChanges } from "#lib/changes/store";
import { db } from "#lib/db/client";
import type { Aims } from "#lib/decisions/domain/aims";
import { loadAims } from "#lib/decisions/usecases/load-aims";
import type { Finding } from "#lib/kernel/finding";
import type { Words } from "#lib/kernel/words";
import { mayBeChanged, type Meeting } from "#lib/meetings/domain/meeting";
import { listSeriesMeetings } from "#lib/meetings/usecases/list-series-meetings";
import { loadSeriesMeeting } from "#lib/meetings/usecases/load-series-meeting";
import type { Actor } from "#lib/people/domain/actor";
import type { SlotContext } from "#lib/scheduling/domain/findings";
import { mayEnterAnswers } from "#lib/scheduling/domain/policy";
import { loadPoll } from "#lib/scheduling/usecases/load-poll";
import { loadSlotContext } from "#lib/scheduling/usecases/load-slot-context";
import { type FreeSlot, rankFreeSlots } from "#lib/scheduling/usecases/rank-free-slots";
import { type AskedSlot, readReplacement, type Replacement } from "#lib/scheduling/usecases/read-replacement";
import { consentState, type SideConsent } from "#lib/series/domain/consents";
import { isCoChair, sidesSpokenFor } from "#lib/series/domain/policy";
import type { Series } from "#lib/series/domain/series";
import { listConsents } from "#lib/series/usecases/list-consents";
import { loadSeries } from "#lib/series/usecases/load-series";
import { candidateAt, type Judging, judgeTime } from "./judge-time.ts";

/** A change with where each side stands, and what the rules say of it. */
export type ChangeView = Change & {
  readonly sides: readonly SideConsent[];
  readonly findings: readonly Finding[];
  /** What the aims of the poll ask for and the new time does not keep. */
  readonly missed: readonly Words[];
};

/** A small poll for another time, each slot with what the rules and the aims say of it. */
export type AskedView = Omit<Replacement, "slots" | "personIds"> & {
  readonly slots: readonly (AskedSlot & {
    readonly findings: readonly Finding[];
    readonly missed: readonly Words[];
  })[];
  /** Whether this reader can answer now. */
  readonly mayAnswer: boolean;
  /** Whether this reader is of a secretariat, which enters what somebody told it. */
  readonly mayEnter: boolean;
};

/** The changes of one meeting as one person sees them. */
export type ChangesView = {
  readonly series: Series;
  readonly meeting: Omit<Meeting, "joiningLink">;
  /** The other meetings of the series, for the checks. */
  readonly others: readonly Omit<Meeting, "joiningLink">[];
  /** The one that waits for a side; null when there is none. */
  readonly open: ChangeView | null;
  readonly decided: readonly Change[];
  readonly context: SlotContext;
  /** Slots of the poll that could take its place, the best attended first. For co-chairs. */
  readonly freeSlots: readonly FreeSlot[];
  /** People are being asked about other times; null when they are not. */
  readonly asked: AskedView | null;
  /** Of the poll of the series; null when there is none. */
  readonly aims: Aims | null;
  readonly mayPropose: boolean;
  readonly speaksForIds: readonly string[];
};

/**
 * What is put forward and was decided about the time of a meeting.
 *
 * @throws AppError `not_found` when there is no such meeting or it is not for this person.
 */
export async function viewChanges(
  actor: Actor,
  key: { readonly reference: string; readonly sequence: number },
  now = new Date(),
): Promise<ChangesView> {
  const series = await loadSeries(actor, key.reference, { now });
  const { joiningLink: _link, ...meeting } = await loadSeriesMeeting(db, series, key.sequence);
  const poll = await loadPoll(db, series);
  const [changes, all, consents, context] = await Promise.all([
    listChanges(db, meeting.id),
    listSeriesMeetings(db, series),
    listConsents(db, series),
    loadSlotContext(db, { series, poll, now }),
  ]);
  const others = all.map(({ joiningLink: _hidden, ...other }) => other);
  const aims = poll && (await loadAims(db, series, { poll, now }));
  const around = { series, meeting, others, context, poll, aims, now };
  const open = changes.find(({ decidedAt }) => decidedAt === null) ?? null;
  const mayPropose = isCoChair(actor, series) && mayBeChanged(meeting, now);
  return {
    ...{ series, meeting, others, context, aims, mayPropose },
    open: open && {
      ...open,
      sides: consentState(series, consents, { subject: "meeting_change", subjectId: open.id }),
      ...(open.next ? judgeTime(await candidateAt(db, around, open.next), around) : NOTHING_TO_JUDGE),
    },
    asked: await viewAsked(actor, around),
    decided: changes.filter(({ decidedAt }) => decidedAt !== null),
    freeSlots: mayPropose && poll ? await rankFreeSlots(db, { series, poll, taken: others, now }) : [],
    speaksForIds: mayBeChanged(meeting, now) ? sidesSpokenFor(actor, series).map(({ id }) => id) : [],
  };
}

const NOTHING_TO_JUDGE = { findings: [], missed: [] };

async function viewAsked(actor: Actor, around: Judging): Promise<AskedView | null> {
  const { series, meeting, now } = around;
  const replacement = await readReplacement(db, series, { meetingId: meeting.id, now });
  if (!replacement || replacement.phase === "decided") return null;
  const { personIds, slots, ...asked } = replacement;
  return {
    ...asked,
    slots: slots.map((slot) => ({
      ...slot,
      ...judgeTime({ ...slot, sides: slot.total.sides }, around),
    })),
    mayAnswer: asked.phase === "open" && personIds.has(actor.id),
    mayEnter: mayEnterAnswers(actor, series, meeting),
  };
}
