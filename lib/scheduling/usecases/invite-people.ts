import type { Db } from "#lib/db/client";
import { clockIn, dayIn, GENEVA } from "#lib/kernel/zone";
import { postMail } from "#lib/outbox/post";
import { dayValue } from "#lib/rules/domain/day-value";
import { placeOf } from "#lib/rules/domain/zone-people";
import { getInvitee, insertInvitee, listAddresses, updateLink } from "#lib/scheduling/store/invitees";
import type { Series } from "#lib/series/domain/series";
import { inEnglish } from "#lib/words/translate";
import { makeLink } from "./make-link.ts";

/** The poll that people are invited to, as the mail tells it. */
export type Invitation = {
  readonly pollId: string;
  readonly closesAt: Date;
  readonly slots: number;
  readonly series: Pick<Series, "title" | "sides">;
  /** Name of the co-chair who invites. */
  readonly invitedBy: string;
};

/** Somebody to ask, for a side. With `inviteeId` the person is asked already and gets another link. */
export type Guest = { readonly personId: string; readonly sideId: string; readonly inviteeId?: string };

/**
 * Gives each person a personal link and posts the mail that carries it. Only the link's hash is kept.
 *
 * For use cases that have asked for rights, in their transaction.
 */
export async function invitePeople(db: Db, invitation: Invitation, guests: readonly Guest[]): Promise<void> {
  const addresses = await listAddresses(
    db,
    guests.map(({ personId }) => personId),
  );
  for (const { personId, sideId, inviteeId } of guests) {
    const person = addresses.find(({ id }) => id === personId);
    if (!person) continue;
    const { pollId } = invitation;
    const before = inviteeId ? await getInvitee(db, pollId, inviteeId) : null;
    const linkNumber = (before?.linkNumber ?? 0) + 1;
    const { tokenHash, href } = makeLink({ pollId, personId, linkNumber });
    if (before) await updateLink(db, before.id, { tokenHash, revokedAt: null, linkNumber });
    else await insertInvitee(db, { pollId, personId, sideId, tokenHash, linkNumber });
    await postMail(db, {
      kind: "poll_invitation",
      to: { name: person.name, address: person.email },
      subject: inEnglish({ key: "scheduling.mail.subject", values: { title: invitation.series.title } }),
      text: mailText(invitation, person, href),
    });
  }
}

function mailText(
  { closesAt, slots, series, invitedBy }: Invitation,
  person: { readonly name: string; readonly timeZone: string },
  link: string,
): string {
  const at = (timeZone: string) => ({
    day: dayValue(dayIn(closesAt, timeZone)),
    clock: clockIn(closesAt, timeZone),
  });
  const [geneva, utc, local] = [at(GENEVA), at("UTC"), at(person.timeZone)];
  const values = {
    ...{ name: person.name, title: series.title, slots, invitedBy },
    sides: series.sides.map(({ group }) => group.reference).join(", "),
    ...{ genevaDay: geneva.day, genevaClock: geneva.clock, utcDay: utc.day, utcClock: utc.clock },
    ...{ localDay: local.day, localClock: local.clock, place: placeOf(person.timeZone) },
    link,
  };
  return inEnglish({ key: "scheduling.mail.text", values });
}
