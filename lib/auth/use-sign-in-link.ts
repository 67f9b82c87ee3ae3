import { db, type Db, transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import { hashToken } from "#lib/secrets/token";

/** What can be said of a mailed link in a browser. */
export type LinkState = "good" | "unknown" | "used" | "expired" | "otherBrowser";

type Link = { readonly token: string; readonly browser: string };

/**
 * Whether a mailed link would sign somebody in here. Looking does not use it up, so a mail scanner that opens
 * every link does no harm.
 */
export async function inspectSignInLink(link: Link, now = new Date()): Promise<LinkState> {
  return (await look(db, link, now)).state;
}

/**
 * Uses a mailed link up, and gives the id of the person it belongs to.
 *
 * @throws AppError `conflict`, with what to do, when it is unknown, used, too old, or of another browser.
 */
export async function useSignInLink(link: Link, now = new Date()): Promise<string> {
  return transaction(async (db) => {
    const { state, personId, verified } = await look(db, link, now);
    if (state !== "good") throw new AppError("conflict", `signIn.link.${state}`);
    await db.signInLink.update({ where: { tokenHash: hashToken(link.token) }, data: { usedAt: now } });
    if (!verified) await db.person.update({ where: { id: personId }, data: { emailVerified: now } });
    return personId;
  });
}

async function look(db: Db, { token, browser }: Link, now: Date) {
  const row = await db.signInLink.findUnique({
    where: { tokenHash: hashToken(token) },
    include: { person: { select: { emailVerified: true } } },
  });
  const found = { personId: row?.personId ?? "", verified: row?.person.emailVerified != null };
  if (!row) return { ...found, state: "unknown" as const };
  if (row.browserHash !== hashToken(browser)) return { ...found, state: "otherBrowser" as const };
  if (row.usedAt) return { ...found, state: "used" as const };
  if (row.expires <= now) return { ...found, state: "expired" as const };
  return { ...found, state: "good" as const };
}
