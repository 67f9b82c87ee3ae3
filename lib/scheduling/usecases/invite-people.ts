import type { Db } from "#lib/db/client";
import type { WordKey } from "#lib/kernel/words";
import { postMail } from "#lib/outbox/post";
import { getInvitee, insertInvitee, listAddresses, updateLink } from "#lib/scheduling/store/invitees";
import { inEnglish } from "#lib/words/translate";
import { makeLink } from "./make-link.ts";
import { pollMailValues } from "./poll-mail-values.ts";

/** The poll that people are invited to, as the mail tells it. */
export type Invitation = {
  readonly pollId: string;
  readonly closesAt: Date;
  readonly slots: number;
  readonly series: {
    readonly title: string;
    readonly sides: readonly { readonly group: { readonly reference: string } }[];
  };
  /** Name of the co-chair who invites. */
  readonly invitedBy: string;
  /** The text of the mail, when it is not the usual one. It takes the same values. */
  readonly words?: WordKey;
  readonly subject?: WordKey;
  /** What the texts can say beside that. */
  readonly values?: Readonly<Record<string, string | number>>;
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
      subject: inEnglish({
        key: invitation.subject ?? "scheduling.mail.subject",
        values: { title: invitation.series.title, ...invitation.values },
      }),
      text: inEnglish({
        key: invitation.words ?? "scheduling.mail.text",
        values: { ...pollMailValues(invitation, person, href), ...invitation.values },
      }),
    });
  }
}
