import { prefillAnswers } from "#lib/availability/domain/prefill-answers";
import type { ZonePlan } from "#lib/availability/domain/zone-plan";
import { loadAvailability } from "#lib/availability/usecases/load-availability";
import { db } from "#lib/db/client";
import { answersBySlot } from "#lib/scheduling/domain/answers";
import { answersLikeBefore } from "#lib/scheduling/domain/like-before";
import type { Answer } from "#lib/scheduling/domain/packed-answers";
import { type Invitee, phaseOf, type PollPhase, type Slot } from "#lib/scheduling/domain/poll";
import type { SheetSlot } from "#lib/scheduling/domain/sheet";
import { findAnswersBefore } from "#lib/scheduling/store/earlier-answers";
import { namesOf } from "#lib/scheduling/store/invitees";
import { getPollById } from "#lib/scheduling/store/polls";
import { findReplacedMeeting, type Replaced } from "#lib/scheduling/store/replacements";
import { listWithdrawn } from "#lib/scheduling/store/slots";
import { getSeriesName } from "#lib/scheduling/store/surroundings";
import { type Answerer, findAnswerer } from "./find-answerer.ts";

/** What an invited person sees in order to answer. It names nobody else, and no address. */
export type AnswerSheet = {
  /** Names the sheet, and opens nothing. */
  readonly id: string;
  readonly series: {
    readonly reference: string;
    readonly title: string;
    readonly topic: string;
    readonly sides: string;
  };
  /** The meeting for which another time is looked for; null when dates of the whole series are. */
  readonly replaces: Replaced | null;
  readonly phase: PollPhase;
  readonly closesAt: Date | null;
  readonly slotsVersion: number;
  readonly slots: readonly SheetSlot[];
  /** Slots that were taken off the offer. */
  readonly withdrawn: readonly SheetSlot[];
  readonly person: { readonly name: string; readonly timeZone: string };
  /** Where the person is, and when. */
  readonly plan: ZonePlan;
  /** By slot id. */
  readonly answers: Readonly<Record<string, Answer>>;
  /** What the person's own profile says to slots without an answer, by slot id. */
  readonly proposals: Readonly<Record<string, Answer>>;
  /** What the person answered to such times in the poll before, by slot id. */
  readonly likeBefore: Readonly<Record<string, Answer>>;
  readonly note: string;
  readonly answeredAt: Date | null;
  /** Who of a secretariat entered the answers; null when the person gave them. */
  readonly enteredBy: string | null;
  readonly version: number;
};

/**
 * The sheet of an invited person, also after the deadline: then it can be read and no longer filled in.
 *
 * @throws AppError `not_found` for a link that is malformed, unknown or revoked, and for who is not invited.
 */
export async function viewAnswerSheet(by: Answerer, now = new Date()): Promise<AnswerSheet> {
  const { invitee, pollId, seriesId } = await findAnswerer(db, by);
  const [series, poll, own] = await Promise.all([
    getSeriesName(db, seriesId),
    getPollById(db, pollId),
    loadAvailability(db, invitee.personId),
  ]);
  const [withdrawn, before, replaces] = await Promise.all([
    listWithdrawn(db, poll.id),
    findAnswersBefore(db, poll.id, invitee.personId),
    poll.replacesId ? findReplacedMeeting(db, poll.replacesId) : null,
  ]);
  const answers = answersBySlot(poll.slots, invitee.answers);
  const open = poll.slots.filter(({ id }) => !answers[id]);
  return {
    id: invitee.id,
    ...{ series, replaces },
    phase: phaseOf(poll, now),
    ...{ closesAt: poll.closesAt, slotsVersion: poll.slotsVersion },
    ...{ slots: poll.slots.map(toSheetSlot), withdrawn: withdrawn.map(toSheetSlot) },
    enteredBy: await enteredBy(invitee),
    person: { name: invitee.name, timeZone: invitee.timeZone },
    plan: own.plan,
    ...{ answers, proposals: prefillAnswers(open, own) },
    likeBefore: before ? answersLikeBefore(poll.slots, before, invitee.timeZone) : {},
    ...{ note: invitee.note, answeredAt: invitee.answeredAt, version: invitee.version },
  };
}

async function enteredBy({ enteredById }: Pick<Invitee, "enteredById">): Promise<string | null> {
  return enteredById && ((await namesOf(db, [enteredById])).get(enteredById) ?? "");
}

const toSheetSlot = ({ id, start, lengthMinutes }: Slot): SheetSlot => ({
  ...{ id, startsAt: start.getTime(), lengthMinutes },
});
