import type { Db } from "#lib/db/client";
import type { Invitee, Poll } from "#lib/scheduling/domain/poll";
import { pathOfSheet, type PollKey } from "#lib/scheduling/domain/which-poll";
import { settings } from "#lib/settings/settings";
import { keepLink } from "./keep-link.ts";

/**
 * The address under which somebody answers, for a mail: the personal link that the person has, or, where a co-chair
 * withdrew it, the page that asks to sign in.
 */
export async function linkToSheet(
  db: Db,
  {
    poll,
    invitee,
    key,
  }: { readonly poll: Pick<Poll, "id">; readonly invitee: Invitee; readonly key: PollKey },
): Promise<string> {
  const link = await keepLink(db, poll.id, invitee);
  return link?.href ?? new URL(`/series/${key.reference}${pathOfSheet(key)}`, settings().baseUrl).href;
}
