import { settings } from "#lib/settings/settings";

/** How long somebody stays signed in on one device. */
export const SESSION_DAYS = 14;

/** Whether the product is reached over https, by the address it is configured with. */
export function isSecure(): boolean {
  return settings().baseUrl.startsWith("https://");
}

/**
 * The name of the session cookie.
 *
 * Over https it has the prefix that keeps other hosts of the same domain from setting it, and nothing else is
 * read.
 */
export function sessionCookieName(): string {
  return `${isSecure() ? "__Secure-" : ""}authjs.session-token`;
}

/** A cookie to be set, in the shape that Next's cookie store takes. */
export type Cookie = {
  readonly name: string;
  readonly value: string;
  readonly httpOnly: true;
  readonly sameSite: "lax";
  readonly path: "/";
  readonly secure: boolean;
  readonly expires: Date;
};

/** A cookie that scripts cannot read and other sites' forms do not send. */
export function makeCookie(name: string, value: string, expires: Date): Cookie {
  return { name, value, httpOnly: true, sameSite: "lax", path: "/", secure: isSecure(), expires };
}
