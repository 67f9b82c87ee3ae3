import { setTimeout } from "node:timers/promises";
import { isWithinLimit, type Limit } from "#lib/auth/rate-limit";
import { db as whole, type Db, transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import { addMinutes } from "#lib/kernel/interval";
import { say } from "#lib/kernel/words";
import { postMail } from "#lib/outbox/post";
import { requireTakesAnswers } from "#lib/scheduling/domain/policy";
import { type PollPhase, phaseOf } from "#lib/scheduling/domain/poll";
import type { JoinPollInput } from "#lib/scheduling/schema";
import { getInvitee } from "#lib/scheduling/store/invitees";
import {
  findInviteeIdByAddress,
  findPollByGeneralLink,
  type GeneralPoll,
  insertNewcomer,
} from "#lib/scheduling/store/newcomers";
import { hashToken, newToken } from "#lib/secrets/token";
import { settings } from "#lib/settings/settings";
import { inEnglish } from "#lib/words/translate";
import { keepLink } from "./keep-link.ts";

/** How long the link in the mail that asks to confirm is good. */
export const CONFIRM_HOURS = 48;

const SPAN_MINUTES = 15;
/** Far above what a whole delegation behind one address needs. */
const PER_NETWORK: Limit = { name: "join network", most: 300, minutes: SPAN_MINUTES };
const PER_BROWSER: Limit = { name: "join browser", most: 10, minutes: SPAN_MINUTES };
const PER_ADDRESS: Limit = { name: "join address", most: 3, minutes: SPAN_MINUTES };
/** What the mailing list of a large group can cause at once. */
const PER_POLL: Limit = { name: "join poll", most: 1_000, minutes: SPAN_MINUTES };

/** The answer takes at least this long, whether there was a mail to write or not. */
const ANSWER_MS = 300;

/** Who asks: the secret of the browser's cookie, and the network it comes from. */
export type Asker = { readonly browser: string; readonly network: string };

/** What somebody with the general link sees before giving a name. It names nobody. */
export type GeneralView = Pick<GeneralPoll, "title" | "topic" | "closesAt" | "slots"> & {
  readonly phase: PollPhase;
  readonly sides: readonly { readonly id: string; readonly letter: string; readonly group: string }[];
};

/** @throws AppError `not_found` for a link that is malformed, unknown or withdrawn. */
export async function viewGeneralPoll(token: string, now = new Date()): Promise<GeneralView> {
  const poll = await getByToken(whole, token);
  const { title, topic, closesAt, slots } = poll;
  const sides = poll.sides.map(({ id, letter, group }) => ({ id, letter, group: group.reference }));
  return { title, topic, closesAt, slots, sides, phase: phaseOf(poll, now) };
}

/**
 * Mails a link to somebody who came by the general link: one to confirm the address, or, to who is asked already, the
 * personal link. The answer is the same for both: who asks learns nothing of who is asked.
 *
 * Nothing that was typed stands in the mail, so that nobody can make us write to a stranger what they like.
 *
 * @throws AppError `not_found` for an unknown link, `invalid` for a side of another series, `conflict` when the poll
 *   takes no answers or too many asked.
 */
export async function joinPoll(input: JoinPollInput, asker: Asker, now = new Date()): Promise<void> {
  const poll = await getByToken(whole, input.token);
  requireTakesAnswers(poll, now);
  if (!poll.sides.some(({ id }) => id === input.sideId))
    throw new AppError("invalid", "refusal.checkFields", { sideId: [say("field.choose")] });
  const limits: [Limit, string][] = [
    [PER_NETWORK, asker.network],
    [PER_BROWSER, asker.browser],
    [PER_POLL, poll.id],
    [PER_ADDRESS, `${poll.id} ${input.email}`],
  ];
  for (const [limit, subject] of limits)
    if (!(await isWithinLimit(limit, subject, now)))
      throw new AppError("conflict", say("scheduling.joining.refusal.tooMany", { minutes: SPAN_MINUTES }));
  await Promise.all([answerByMail(poll, input, now), setTimeout(ANSWER_MS)]);
}

/** 128 bits in base64url. */
const TOKEN = /^[A-Za-z0-9_-]{22}$/;

async function getByToken(db: Db, token: string): Promise<GeneralPoll> {
  const poll = TOKEN.test(token) ? await findPollByGeneralLink(db, hashToken(token)) : null;
  if (!poll) throw new AppError("not_found", "refusal.notFound");
  return poll;
}

async function answerByMail(poll: GeneralPoll, input: JoinPollInput, now: Date): Promise<void> {
  await transaction(async (db) => {
    const inviteeId = await findInviteeIdByAddress(db, poll.id, input.email);
    if (inviteeId) await mailOwnLink(db, poll, { inviteeId, email: input.email });
    else await mailConfirmation(db, poll, { input, now });
  });
}

async function mailOwnLink(
  db: Db,
  poll: GeneralPoll,
  { inviteeId, email }: { readonly inviteeId: string; readonly email: string },
): Promise<void> {
  const invitee = await getInvitee(db, poll.id, inviteeId);
  const link = await keepLink(db, poll.id, invitee);
  const values = { name: invitee.name, title: poll.title };
  await postMail(db, {
    kind: "poll_invitation",
    to: { name: invitee.name, address: email },
    subject: inEnglish(say("scheduling.joining.mail.subject", { title: poll.title })),
    text: link
      ? inEnglish(say("scheduling.joining.mail.known", { ...values, link: link.href }))
      : inEnglish(say("scheduling.joining.mail.withdrawn", values)),
  });
}

async function mailConfirmation(
  db: Db,
  poll: GeneralPoll,
  { input, now }: { readonly input: JoinPollInput; readonly now: Date },
): Promise<void> {
  const secret = newToken();
  const { token: _general, ...person } = input;
  const expiresAt = addMinutes(now, CONFIRM_HOURS * 60);
  await insertNewcomer(db, { ...person, pollId: poll.id, tokenHash: hashToken(secret), expiresAt });
  const link = new URL(`/poll/confirm/${secret}`, settings().baseUrl).href;
  await postMail(db, {
    kind: "address_confirmation",
    to: { name: "", address: input.email },
    subject: inEnglish(say("scheduling.joining.mail.subject", { title: poll.title })),
    text: inEnglish(
      say("scheduling.joining.mail.confirm", { title: poll.title, link, hours: CONFIRM_HOURS }),
    ),
  });
}
