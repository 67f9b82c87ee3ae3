import { db } from "#lib/db/client";
import { findGoodSetUpLink } from "#lib/people/store";
import { hashToken } from "#lib/secrets/token";

/** Whether a set-up link is good: neither used, nor too old, nor replaced by a later start. Looking does not use it. */
export async function findSetUpLink(token: string, now = new Date()): Promise<boolean> {
  return findGoodSetUpLink(db, hashToken(token), now);
}
