import type { Actor } from "#lib/people/domain/actor";
import { identifyActor } from "#lib/people/usecases/identify-actor";
import { hashToken } from "#lib/secrets/token";
import { sessionCookieName } from "./session-cookie.ts";

/**
 * The person who sent this Cookie header, with the rights of today, or null.
 *
 * Pages, route handlers and the socket all ask here, and nobody asks next-auth's `auth()`: that one hands out
 * the raw token, and in some versions answers a configuration error with an object that looks like a person.
 */
export async function findSignedIn(
  cookieHeader: string | null | undefined,
  now = new Date(),
): Promise<Actor | null> {
  const token = cookieValue(cookieHeader ?? "", sessionCookieName());
  return token ? identifyActor({ sessionHash: hashToken(token) }, now) : null;
}

/** The value of a cookie in a Cookie header, or null. */
export function cookieValue(header: string, name: string): string | null {
  for (const part of header.split(";")) {
    const at = part.indexOf("=");
    if (part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}
