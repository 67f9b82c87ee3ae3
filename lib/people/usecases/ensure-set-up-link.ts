import { hashToken, newToken } from "#lib/secrets/token";
import { transaction } from "#lib/db/client";
import { addMinutes } from "#lib/kernel/interval";
import { hasAdministrator, replaceSetUpLink } from "#lib/people/store";

const GOOD_FOR_MINUTES = 24 * 60;

/**
 * The address that makes the first administrator, to be printed where only the operator sees it; null once
 * there is an administrator.
 *
 * It is good once and for 24 hours. Each call makes a new one and ends those before it. `baseUrl` is the
 * product's own address, such as `https://liaise.example.org`.
 */
export async function ensureSetUpLink(baseUrl: string, now = new Date()): Promise<string | null> {
  const token = newToken();
  const made = await transaction(async (db) => {
    if (await hasAdministrator(db, now)) return false;
    await replaceSetUpLink(db, { tokenHash: hashToken(token), expires: addMinutes(now, GOOD_FOR_MINUTES) });
    return true;
  });
  return made ? new URL(`/set-up/${token}`, baseUrl).href : null;
}
