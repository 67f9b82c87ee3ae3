import { db } from "#lib/db/client";
import { answersBySlot } from "#lib/scheduling/domain/answers";
import type { Answer } from "#lib/scheduling/domain/packed-answers";
import { phaseOf, type PollPhase } from "#lib/scheduling/domain/poll";
import type { SheetSlot } from "#lib/scheduling/domain/sheet";
import { getPoll } from "#lib/scheduling/store/polls";
import { getSeriesName } from "#lib/scheduling/store/surroundings";
import { type Answerer, findAnswerer } from "./find-answerer.ts";

/** What an invited person sees in order to answer. It names nobody else, and no address. */
export type AnswerSheet = {
  readonly series: {
    readonly reference: string;
    readonly title: string;
    readonly topic: string;
    readonly sides: string;
  };
  readonly phase: PollPhase;
  readonly closesAt: Date | null;
  readonly slotsVersion: number;
  readonly slots: readonly SheetSlot[];
  readonly person: { readonly name: string; readonly timeZone: string };
  /** By slot id. */
  readonly answers: Readonly<Record<string, Answer>>;
  readonly note: string;
  readonly answeredAt: Date | null;
  readonly version: number;
};

/**
 * The sheet of an invited person, also after the deadline: then it can be read and no longer filled in.
 *
 * @throws AppError `not_found` for a link that is malformed, unknown or revoked, and for who is not invited.
 */
export async function viewAnswerSheet(by: Answerer, now = new Date()): Promise<AnswerSheet> {
  const { invitee, seriesId } = await findAnswerer(db, by, now);
  const [series, poll] = await Promise.all([getSeriesName(db, seriesId), getPoll(db, seriesId)]);
  return {
    series,
    phase: phaseOf(poll, now),
    closesAt: poll.closesAt,
    slotsVersion: poll.slotsVersion,
    slots: poll.slots.map(({ id, start, lengthMinutes }) => ({
      id,
      startsAt: start.getTime(),
      lengthMinutes,
    })),
    person: { name: invitee.name, timeZone: invitee.timeZone },
    answers: answersBySlot(poll.slots, invitee.answers),
    note: invitee.note,
    answeredAt: invitee.answeredAt,
    version: invitee.version,
  };
}
