import { hashToken } from "#lib/secrets/token";
import type { Db } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import type { Actor } from "#lib/people/domain/actor";
import type { Invitee } from "#lib/scheduling/domain/poll";
import type { PollKey } from "#lib/scheduling/domain/which-poll";
import { findInviteeByPerson, findInviteeByToken } from "#lib/scheduling/store/invitees";
import { findPollOf } from "#lib/scheduling/store/replacements";
import { loadSeriesHead } from "#lib/series/usecases/load-series-head";

/**
 * Who answers: the holder of a personal link, or a signed-in person in a series. With `sequence` it is the small poll
 * for another time of that meeting.
 */
export type Answerer = { readonly token: string } | (PollKey & { readonly actor: Actor });

/**
 * The invited person, and the poll and the series that ask.
 *
 * @throws AppError `not_found`, always in the same words, for a link that is malformed, unknown or revoked, and for a
 *   person who is not invited or may not see the series.
 */
export async function findAnswerer(
  db: Db,
  by: Answerer,
): Promise<{ readonly invitee: Invitee; readonly pollId: string; readonly seriesId: string }> {
  const found = "token" in by ? await byToken(db, by.token) : await byActor(db, by);
  if (!found) throw new AppError("not_found", "refusal.notFound");
  return found;
}

/** 128 bits in base64url. */
const TOKEN = /^[A-Za-z0-9_-]{22}$/;

async function byToken(db: Db, token: string) {
  return TOKEN.test(token) ? findInviteeByToken(db, hashToken(token)) : null;
}

async function byActor(db: Db, { actor, reference, sequence }: Extract<Answerer, { actor: Actor }>) {
  const { id: seriesId } = await loadSeriesHead(actor, reference, { db });
  const poll = await findPollOf(db, { seriesId, sequence });
  const invitee = poll && (await findInviteeByPerson(db, poll.id, actor.id));
  return invitee && { invitee, pollId: poll.id, seriesId };
}
