import type { Db } from "#lib/db/client";
import { say } from "#lib/kernel/words";
import { postMail } from "#lib/outbox/post";
import type { Actor } from "#lib/people/domain/actor";
import { type Invitee, phaseOf, type Poll } from "#lib/scheduling/domain/poll";
import { listAddresses } from "#lib/scheduling/store/invitees";
import type { Series } from "#lib/series/domain/series";
import { settings } from "#lib/settings/settings";
import { inEnglish } from "#lib/words/translate";
import { keepLink } from "./keep-link.ts";
import { pollMailValues } from "./poll-mail-values.ts";

/** Two entries of a poll that became one. */
export type Merged = {
  readonly series: Series;
  readonly poll: Poll;
  readonly kept: Invitee;
  readonly merged: Invitee;
  readonly now: Date;
};

/**
 * Tells both addresses of two entries that they are one now: the one that stays with its link, the other that its link
 * is gone. Neither learns the other's address. Before the poll is open nobody was told of any entry, and nobody is.
 *
 * For the use case that made them one, in its transaction.
 */
export async function tellMerged(
  db: Db,
  actor: Actor,
  { series, poll, kept, merged, now }: Merged,
): Promise<void> {
  if (phaseOf(poll, now) !== "open" || poll.closesAt === null) return;
  const people = await listAddresses(db, [kept.personId, merged.personId]);
  const link = await keepLink(db, poll.id, kept);
  const href = link?.href ?? new URL(`/series/${series.reference}/dates/answer`, settings().baseUrl).href;
  const mailed = { closesAt: poll.closesAt, slots: poll.slots.length, series, invitedBy: actor.name };
  for (const person of people) {
    const stays = person.id === kept.personId;
    const values = {
      ...pollMailValues(mailed, person, stays ? href : ""),
      entry: (stays ? merged : kept).name,
    };
    await postMail(db, {
      kind: "poll_invitation",
      to: { name: person.name, address: person.email },
      subject: inEnglish(say("scheduling.inviting.doubles.mail.subject", { title: series.title })),
      text: inEnglish(say(`scheduling.inviting.doubles.mail.${stays ? "kept" : "gone"}`, values)),
    });
  }
}
