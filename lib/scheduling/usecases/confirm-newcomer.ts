import { recordAct } from "#lib/audit/record";
import { db as whole, type Db, transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import { findOrInvitePerson } from "#lib/people/usecases/find-or-invite-person";
import { requireTakesAnswers } from "#lib/scheduling/domain/policy";
import { phaseOf } from "#lib/scheduling/domain/poll";
import { findInviteeByPerson, listAddresses } from "#lib/scheduling/store/invitees";
import {
  findNewcomer,
  type GeneralPoll,
  type Newcomer,
  updateNewcomerConfirmed,
} from "#lib/scheduling/store/newcomers";
import { holdPoll } from "#lib/scheduling/store/polls";
import { hashToken } from "#lib/secrets/token";
import { invitePeople } from "./invite-people.ts";
import { keepLink } from "./keep-link.ts";

/** What the page behind the mailed link says before its button is pressed. */
export type Confirmation = {
  readonly title: string;
  readonly state: "good" | "closed" | "expired";
};

/** @throws AppError `not_found` for a link that is malformed or unknown. */
export async function viewConfirmation(token: string, now = new Date()): Promise<Confirmation> {
  const { newcomer, poll } = await getByToken(whole, token);
  const open = phaseOf(poll, now) === "open";
  return { title: poll.title, state: !open ? "closed" : newcomer.expiresAt <= now ? "expired" : "good" };
}

/**
 * Puts who confirmed the address on the list of the poll, mails the personal link, and gives its token. Who is known
 * here by that address is that person, and keeps what is stored of them.
 *
 * Pressed twice, or from two mails of the same person, it gives the same link and asks the person once.
 *
 * @throws AppError `not_found` for an unknown link, `conflict` when it is too old, the poll is closed or the personal
 *   link was withdrawn.
 */
export async function confirmNewcomer(token: string, now = new Date()): Promise<string> {
  return transaction(async (db) => {
    const { newcomer, poll } = await getByToken(db, token);
    await holdPoll(db, poll.id);
    requireTakesAnswers(poll, now);
    if (newcomer.expiresAt <= now) throw new AppError("conflict", "scheduling.joining.refusal.expired");
    const { name, email, entity, country, timeZone } = newcomer;
    const personId = await findOrInvitePerson(db, null, { name, email, entity, country, timeZone });
    if (!(await findInviteeByPerson(db, poll.id, personId))) await ask(db, poll, { newcomer, personId, now });
    await updateNewcomerConfirmed(db, newcomer.id, now);
    const invitee = await findInviteeByPerson(db, poll.id, personId);
    const link = invitee && (await keepLink(db, poll.id, invitee));
    if (!link) throw new AppError("conflict", "scheduling.joining.refusal.withdrawn");
    return link.token;
  });
}

async function ask(
  db: Db,
  poll: GeneralPoll,
  { newcomer, personId, now }: { readonly newcomer: Newcomer; readonly personId: string; readonly now: Date },
): Promise<void> {
  const [person] = await listAddresses(db, [personId]);
  const invitation = {
    ...{ pollId: poll.id, closesAt: poll.closesAt ?? now, slots: poll.slots, series: poll },
    ...{ invitedBy: "", words: "scheduling.joining.mail.joined" as const },
  };
  await invitePeople(db, invitation, [{ personId, sideId: newcomer.sideId }]);
  await recordAct(
    db,
    { id: personId, name: person?.name ?? newcomer.name },
    {
      ...{ action: "pollJoin", subjectType: "poll", subjectId: poll.id, seriesId: poll.seriesId },
      after: { side: poll.sides.find(({ id }) => id === newcomer.sideId)?.group.reference ?? "" },
    },
  );
}

/** 256 bits in base64url. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

async function getByToken(db: Db, token: string) {
  const found = TOKEN.test(token) ? await findNewcomer(db, hashToken(token)) : null;
  if (!found) throw new AppError("not_found", "refusal.notFound");
  return found;
}
