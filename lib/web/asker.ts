import { cookies, headers } from "next/headers";
import { describeDevice } from "#lib/auth/device";
import { isSecure, makeCookie } from "#lib/auth/session-cookie";
import { newToken } from "#lib/secrets/token";

const REMEMBERED_MS = 30 * 24 * 3_600_000;
const cookieName = () => `${isSecure() ? "__Host-" : ""}liaise.browser`;

/** The secret that names this browser, or an empty text when it has none. */
export async function readBrowser(): Promise<string> {
  return (await cookies()).get(cookieName())?.value ?? "";
}

/** The secret that names this browser, which gets one when it has none. For actions only: it may set a cookie. */
export async function nameBrowser(): Promise<string> {
  const known = await readBrowser();
  const value = /^[\w-]{43}$/.test(known) ? known : newToken();
  (await cookies()).set(makeCookie(cookieName(), value, new Date(Date.now() + REMEMBERED_MS)));
  return value;
}

/** The network that a request comes from, as the nearest server in front saw it. */
export async function readNetwork(): Promise<string> {
  return (await headers()).get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
}

/** Browser and system that a request comes from, in a few words. */
export async function readDevice(): Promise<string> {
  return describeDevice((await headers()).get("user-agent"));
}
