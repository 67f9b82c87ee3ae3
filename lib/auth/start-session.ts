import { db } from "#lib/db/client";
import { addMinutes } from "#lib/kernel/interval";
import { type Cookie, makeCookie, SESSION_DAYS, sessionCookieName } from "./session-cookie.ts";
import { hashToken, newToken } from "#lib/secrets/token";

/** How a session began. */
export type SignInMethod = "mail_link" | "identity_provider" | "set_up" | "demonstration";

/**
 * Signs a person in: writes the session and gives the cookie to set. The cookie's value is kept nowhere.
 *
 * The caller has made sure who it is. `device` is a short description such as `Firefox, Windows`.
 */
export async function startSession(
  personId: string,
  { method, device = "" }: { readonly method: SignInMethod; readonly device?: string },
  now = new Date(),
): Promise<Cookie> {
  const token = newToken();
  const expires = addMinutes(now, SESSION_DAYS * 24 * 60);
  await db.session.deleteMany({ where: { personId, expires: { lte: now } } });
  await db.session.create({
    data: { tokenHash: hashToken(token), personId, method, device, startedAt: now, expires },
  });
  return makeCookie(sessionCookieName(), token, expires);
}
