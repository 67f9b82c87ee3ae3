import { findZonesNow } from "#lib/availability/usecases/find-zones-now";
import { db as whole, type Db, transaction } from "#lib/db/client";
import { say } from "#lib/kernel/words";
import { postMail } from "#lib/outbox/post";
import { loadRuleSet } from "#lib/rules/usecases/load-rule-set";
import { countLeft } from "#lib/scheduling/domain/answers";
import { type Invitee, phaseOf, type Poll } from "#lib/scheduling/domain/poll";
import { dueTimes } from "#lib/scheduling/domain/reminder-time";
import { getInvitee, listAddresses, listInvitees } from "#lib/scheduling/store/invitees";
import { getPollById } from "#lib/scheduling/store/polls";
import {
  insertReminders,
  listPollsWithReminders,
  listRemindAt,
  listReminded,
} from "#lib/scheduling/store/reminders";
import { findReplacedMeeting } from "#lib/scheduling/store/replacements";
import { getSeriesName } from "#lib/scheduling/store/surroundings";
import { inEnglish } from "#lib/words/translate";
import { linkToSheet } from "./link-to-sheet.ts";
import { pollMailValues } from "./poll-mail-values.ts";

/** A poll of which somebody is to be reminded now, unless that person's answer changes nothing any more. */
export type DuePoll = {
  readonly seriesId: string;
  readonly pollId: string;
  /** Who left slots unanswered, is awake where the person is that day, and was not reminded for a time that has come. */
  readonly inviteeIds: readonly string[];
};

/** The polls whose reminders are due at `now`. It reads only, and may run as often as one likes. */
export async function listDueReminders(now = new Date()): Promise<DuePoll[]> {
  const polls = await listPollsWithReminders(whole, now);
  const due: DuePoll[] = [];
  for (const { id, seriesId } of polls) {
    const poll = await getPollById(whole, id);
    if (phaseOf(poll, now) !== "open") continue;
    const inviteeIds = await listDueInvitees(poll, now);
    if (inviteeIds.length > 0) due.push({ seriesId, pollId: id, inviteeIds });
  }
  return due;
}

async function listDueInvitees(poll: Poll, now: Date): Promise<string[]> {
  const remindAt = await listRemindAt(whole, poll.id);
  const reminded = await listReminded(whole, poll.id);
  const closesAt = poll.closesAt ?? now;
  const { night } = (await loadRuleSet(whole)).limits.D3;
  const invitees = await listInvitees(whole, poll.id);
  const zones = await findZonesNow(whole, invitees, now);
  return invitees
    .filter(({ id, personId, timeZone: home, answers }) => {
      const sent = reminded.get(id) ?? [];
      const timeZone = zones.get(personId) ?? home;
      const times = dueTimes(remindAt, { now, closesAt, timeZone, night, sent });
      return times.length > 0 && countLeft(poll.slots, answers) > 0;
    })
    .map(({ id }) => id);
}

/**
 * Reminds these people of a poll and gives how many mails were posted. Each is looked at anew: who answered meanwhile,
 * sleeps, or was reminded for the same time by another process gets no mail; nobody does from the deadline on.
 *
 * The note of the reminder and its mail are one transaction: whatever happens, there are both or neither.
 */
export async function remindPeople(
  due: Pick<DuePoll, "pollId" | "inviteeIds">,
  now = new Date(),
): Promise<number> {
  let mails = 0;
  for (const inviteeId of due.inviteeIds) if (await remindOne(due.pollId, inviteeId, now)) mails += 1;
  return mails;
}

function remindOne(pollId: string, inviteeId: string, now: Date): Promise<boolean> {
  return transaction(async (db) => {
    const poll = await getPollById(db, pollId);
    if (!poll.closesAt || phaseOf(poll, now) !== "open") return false;
    const invitee = await getInvitee(db, poll.id, inviteeId);
    const left = countLeft(poll.slots, invitee.answers);
    const timeZone = (await findZonesNow(db, [invitee], now)).get(invitee.personId) ?? invitee.timeZone;
    const sent = (await listReminded(db, poll.id)).get(inviteeId) ?? [];
    const { night } = (await loadRuleSet(db)).limits.D3;
    const at = { now, closesAt: poll.closesAt, timeZone, night, sent };
    const dueAt = dueTimes(await listRemindAt(db, poll.id), at);
    if (left === 0 || dueAt.length === 0) return false;
    if (!(await insertReminders(db, inviteeId, { dueAt, sentAt: now }))) return false;
    await mailReminder(db, { poll, invitee, left, closesAt: poll.closesAt });
    return true;
  });
}

type Reminder = {
  readonly poll: Poll;
  readonly invitee: Invitee;
  /** Slots without an answer. */
  readonly left: number;
  readonly closesAt: Date;
};

async function mailReminder(db: Db, { poll, invitee, left, closesAt }: Reminder): Promise<void> {
  const [person] = await listAddresses(db, [invitee.personId]);
  if (!person) return;
  const { reference, title, sides } = await getSeriesName(db, poll.seriesId);
  const sequence = poll.replacesId ? (await findReplacedMeeting(db, poll.replacesId))?.sequence : undefined;
  const href = await linkToSheet(db, { poll, invitee, key: { reference, sequence } });
  const groups = sides.split(", ").map((group) => ({ group: { reference: group } }));
  const mailed = { closesAt, slots: left, series: { title, sides: groups }, invitedBy: "", sequence };
  await postMail(db, {
    kind: "poll_invitation",
    to: { name: person.name, address: person.email },
    subject: inEnglish(say("scheduling.reminding.mail.subject", { title, sequence: sequence ?? 0 })),
    text: inEnglish(say("scheduling.reminding.mail.text", pollMailValues(mailed, person, href))),
  });
}
