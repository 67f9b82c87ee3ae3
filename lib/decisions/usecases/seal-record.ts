import { createHash } from "node:crypto";
import { canonicalJson, type Json } from "#lib/decisions/domain/canonical";
import { SEALED } from "#lib/decisions/domain/record";

/** The hashes of a record's parts, by part: a change can be found in its part. */
export function sealsOf(record: Readonly<Record<string, Json>>): Record<string, Json> {
  return Object.fromEntries(SEALED.map((part) => [part, sha256(canonicalJson(record[part] ?? null))]));
}

/** SHA-256 of a text in UTF-8, hex. */
export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
