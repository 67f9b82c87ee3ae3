import { db } from "#lib/db/client";
import { sessionCookieName } from "./session-cookie.ts";
import { hashToken } from "#lib/secrets/token";

/**
 * The id of the person who sent this Cookie header, or null.
 *
 * Pages, route handlers and the socket all ask here, and nobody asks next-auth's `auth()`: that one hands out
 * the raw token, and in some versions answers a configuration error with an object that looks like a person.
 */
export async function readSession(cookieHeader: string | null | undefined): Promise<string | null> {
  const token = cookieValue(cookieHeader ?? "", sessionCookieName());
  if (!token) return null;
  const session = await db.session.findUnique({ where: { tokenHash: hashToken(token) } });
  return session && session.expires > new Date() ? session.personId : null;
}

/** The value of a cookie in a Cookie header, or null. */
export function cookieValue(header: string, name: string): string | null {
  for (const part of header.split(";")) {
    const at = part.indexOf("=");
    if (part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}
