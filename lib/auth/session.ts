import { createHash } from "node:crypto";
import { db } from "#lib/db/client";

const NAMES = ["__Secure-authjs.session-token", "authjs.session-token"];

/** What the sessions table keeps of a cookie's value. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/**
 * The id of the person who sent this Cookie header, or null.
 *
 * Pages, route handlers and the socket all ask here, and nobody asks next-auth's `auth()`: that one hands out
 * the raw token, and in some versions answers a configuration error with an object that looks like a person.
 */
export async function readSession(cookieHeader: string | null | undefined): Promise<string | null> {
  const token = cookieValue(cookieHeader ?? "");
  if (!token) return null;
  const session = await db.session.findUnique({ where: { tokenHash: hashToken(token) } });
  return session && session.expires > new Date() ? session.personId : null;
}

function cookieValue(header: string): string | null {
  for (const part of header.split(";")) {
    const at = part.indexOf("=");
    if (NAMES.includes(part.slice(0, at).trim())) return part.slice(at + 1).trim();
  }
  return null;
}
