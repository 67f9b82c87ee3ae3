import { createHash, createHmac, randomBytes } from "node:crypto";

/** A secret nobody can guess: 256 bits, safe in an address and a cookie. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What our tables keep of a secret. A copy of the table opens nothing. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/**
 * A secret of 128 bits that can be made again from what it is for, such as `answer:<poll>:<person>:1`, and by nobody
 * who does not know the installation's own secret. 22 characters, safe in an address.
 */
export function deriveToken(secret: string, purpose: string): string {
  return createHmac("sha256", secret).update(purpose).digest().subarray(0, 16).toString("base64url");
}
