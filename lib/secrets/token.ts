import { createHash, randomBytes } from "node:crypto";

/** A secret nobody can guess: 256 bits, safe in an address and a cookie. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What our tables keep of a secret. A copy of the table opens nothing. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
