import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

/**
 * Gives a page its content policy, with a nonce of its own, and tells it what was asked for: the path, so that it can
 * bring its reader back after signing in, and whether HTML is wanted. All stand in request headers, in place of whatever
 * the browser sent there. Who may do what is decided in the use cases, never here.
 *
 * It is done at the door and not in Next's `proxy.ts`: that took a millisecond of every request (0023).
 */
export function prepareForPage(request: IncomingMessage, response: ServerResponse): void {
  const policy = pagePolicy(randomBytes(18).toString("base64"));
  request.headers["content-security-policy"] = policy; // Next reads the nonce from here
  request.headers["x-asked-path"] = askedPath(request.url);
  request.headers["x-asked-for"] = isForPart(request) ? "part" : "page";
  response.setHeader("content-security-policy", policy);
}

function pagePolicy(nonce: string): string {
  const dev = process.env.NODE_ENV !== "production";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${dev ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    `form-action 'self'${identityProvider()}`,
    "frame-ancestors 'none'",
  ].join("; ");
}

/** A form that signs in by an identity provider is sent on to it; without scripts the browser asks this policy first. */
function identityProvider(): string {
  const issuer = process.env.OIDC_ISSUER;
  return issuer && URL.canParse(issuer) ? ` ${new URL(issuer).origin}` : "";
}

/** Whether a page that is open asks for what changes of it, and not a browser for a whole page. */
const isForPart = ({ headers }: IncomingMessage) => "rsc" in headers || "next-action" in headers;

/** Path and query, without what the router adds for itself. */
function askedPath(url = "/"): string {
  const [path = "/", search = ""] = url.split(/\?(.*)/s);
  const query = new URLSearchParams(search);
  query.delete("_rsc");
  return query.size > 0 ? `${path}?${query}` : path;
}
