import { recordAct } from "#lib/audit/record";
import { db as whole, type Db, transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import { say } from "#lib/kernel/words";
import { postMail } from "#lib/outbox/post";
import type { Actor } from "#lib/people/domain/actor";
import { answersBySlot, countLeft, placeAnswers } from "#lib/scheduling/domain/answers";
import type { Answer } from "#lib/scheduling/domain/packed-answers";
import { requireMayEnterAnswers, requireTakesAnswers } from "#lib/scheduling/domain/policy";
import { type Invitee, phaseOf, type Poll, type PollPhase } from "#lib/scheduling/domain/poll";
import { lettersOf, sightOf } from "#lib/scheduling/domain/sight";
import type { PollKey, WhichPoll } from "#lib/scheduling/domain/which-poll";
import type { AnswerPollInput } from "#lib/scheduling/schema";
import { getInvitee, listAddresses, updateAnswers } from "#lib/scheduling/store/invitees";
import { findReplacedMeeting, type Replaced } from "#lib/scheduling/store/replacements";
import { type Series, sideOf } from "#lib/series/domain/series";
import { inEnglish } from "#lib/words/translate";
import { findPollFor } from "./find-poll-for.ts";
import { linkToSheet } from "./link-to-sheet.ts";
import { pollMailValues } from "./poll-mail-values.ts";

/** For whom answers are entered, and in which poll. */
export type Entry = PollKey & { readonly inviteeId: string };

/** The sheet of another person, as the secretariat fills it in. Nothing of the person's own profile stands in it. */
export type EntryView = {
  readonly series: Series;
  readonly phase: PollPhase;
  readonly closesAt: Date | null;
  readonly slotsVersion: number;
  readonly slots: Poll["slots"];
  /** The meeting for which another time is looked for; null when dates of the whole series are. */
  readonly replaces: Replaced | null;
  readonly person: { readonly name: string; readonly timeZone: string; readonly letter: string };
  /** By slot id. */
  readonly answers: Readonly<Record<string, Answer>>;
  readonly note: string;
  readonly answeredAt: Date | null;
  readonly version: number;
};

/**
 * The sheet of somebody who told the secretariat what suits.
 *
 * @throws AppError `forbidden` for who is of neither secretariat, `not_found` for somebody of another poll, and for
 *   somebody of the other side while each side is hidden from the other.
 */
export async function viewEntry(actor: Actor, entry: Entry, now = new Date()): Promise<EntryView> {
  const { series, poll, invitee } = await load(whole, actor, { ...entry, now });
  const { name, timeZone, sideId, note, answeredAt, version } = invitee;
  return {
    ...{ series, phase: phaseOf(poll, now), closesAt: poll.closesAt },
    ...{ slotsVersion: poll.slotsVersion, slots: poll.slots },
    replaces: poll.replacesId ? await findReplacedMeeting(whole, poll.replacesId) : null,
    person: { name, timeZone, letter: sideOf(series, sideId).letter },
    answers: answersBySlot(poll.slots, invitee.answers),
    ...{ note, answeredAt, version },
  };
}

/**
 * Keeps what somebody told the secretariat, marked as entered by it. The person is told by mail, with the own link,
 * and can change it until the deadline.
 *
 * @throws AppError as `viewEntry`; `conflict` when the poll takes no answers, the slots changed since the form was
 *   shown, or the person or somebody else saved meanwhile.
 */
export async function enterAnswers(
  actor: Actor,
  entry: Entry,
  { input, now = new Date() }: { readonly input: AnswerPollInput; readonly now?: Date },
): Promise<void> {
  await transaction(async (db) => {
    const { series, poll, invitee } = await load(db, actor, { ...entry, now });
    requireTakesAnswers(poll, now);
    const answers = placeAnswers(poll, input, invitee.answers);
    const seen = { id: invitee.id, version: input.version };
    const given = { answers, note: input.note, answeredAt: now, enteredById: actor.id };
    if (!(await updateAnswers(db, seen, given)))
      throw new AppError("conflict", "scheduling.entering.refusal.savedMeanwhile");
    await tellPerson(db, { series, poll, invitee, enteredBy: actor.name, sequence: entry.sequence });
    const answered = (packed: Uint8Array | null) => poll.slots.length - countLeft(poll.slots, packed);
    await recordAct(db, actor, {
      ...{ action: "pollEnter", subjectType: "invitee", subjectId: invitee.id, seriesId: series.id },
      before: { answered: answered(invitee.answers) },
      after: { person: invitee.name, answered: answered(answers) },
    });
  });
}

async function load(
  db: Db,
  actor: Actor,
  { inviteeId, now, ...key }: Entry & { readonly now: Date },
): Promise<{ series: Series; poll: Poll; invitee: Invitee }> {
  const { series, poll } = await findPollFor(db, actor, { key, right: requireMayEnterAnswers, now });
  const invitee = await getInvitee(db, poll.id, inviteeId);
  const letters = series.sides.map(({ letter }) => letter);
  const reader = { letters: lettersOf(actor, series, null), answers: null };
  // What is hidden until one has answered is no matter here: who enters for others answers for nobody else.
  const sight = sightOf({ ...poll, hidesOthers: false }, letters, { reader, now });
  if (!sight.letters.includes(sideOf(series, invitee.sideId).letter))
    throw new AppError("not_found", "refusal.notFound");
  return { series, poll, invitee };
}

type Told = WhichPoll & {
  readonly series: Series;
  readonly poll: Poll;
  readonly invitee: Invitee;
  readonly enteredBy: string;
};

async function tellPerson(db: Db, { series, poll, invitee, enteredBy, sequence }: Told): Promise<void> {
  const [person] = await listAddresses(db, [invitee.personId]);
  if (!person) return;
  const href = await linkToSheet(db, { poll, invitee, key: { reference: series.reference, sequence } });
  const mailed = {
    ...{ closesAt: poll.closesAt ?? new Date(0), slots: poll.slots.length },
    ...{ series, invitedBy: enteredBy, sequence },
  };
  await postMail(db, {
    kind: "poll_invitation",
    to: { name: person.name, address: person.email },
    subject: inEnglish(
      say("scheduling.entering.mail.subject", { title: series.title, sequence: sequence ?? 0 }),
    ),
    text: inEnglish(say("scheduling.entering.mail.text", pollMailValues(mailed, person, href))),
  });
}
