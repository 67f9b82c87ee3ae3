/** What a group is. TSAG stands above the Study Groups; a WP belongs to one of them, a Question to a WP or straight to a Study Group. */
export type GroupKind = "TSAG" | "SG" | "WP" | "Q";

/** A group's name as people write it, taken apart. `of` is the reference of the Study Group (or TSAG) of a WP or Question. */
export type Reference = {
  readonly kind: GroupKind;
  readonly text: string;
  readonly number: number | null;
  readonly of: string | null;
};

const SHAPE = /^(?:(TSAG)|(SG)([1-9]\d{0,2})|(WP|Q)([1-9]\d{0,2})\/(TSAG|[1-9]\d{0,2}))$/;

/**
 * A reference such as `TSAG`, `SG2`, `WP1/2` or `Q6/20`, taken apart; null for anything else.
 *
 * Case and blanks do not matter: `q 6/20` is `Q6/20`.
 */
export function parseReference(text: string): Reference | null {
  const shape = SHAPE.exec(text.replaceAll(/\s+/g, "").toUpperCase());
  if (!shape) return null;
  const [whole, tsag, , study, sub, subNumber, parent] = shape;
  if (tsag) return { kind: "TSAG", text: whole, number: null, of: null };
  if (study) return { kind: "SG", text: whole, number: Number(study), of: null };
  const kind = sub === "WP" ? "WP" : "Q";
  return { kind, text: whole, number: Number(subNumber), of: parent === "TSAG" ? "TSAG" : `SG${parent}` };
}

/** The last part of the group's address: `Q6/20` is at `/groups/q6-20`. */
export function addressOf(reference: string): string {
  return reference.toLowerCase().replaceAll("/", "-");
}

/** The reference that an address stands for; null when it can be none, or is not written as {@link addressOf} does. */
export function referenceAt(address: string): string | null {
  const reference = parseReference(address.replace("-", "/"))?.text;
  return reference !== undefined && addressOf(reference) === address ? reference : null;
}

const ORDER: readonly GroupKind[] = ["TSAG", "SG", "WP", "Q"];

/** Sorts references as a reader expects: TSAG, then SG2 before SG11, its WPs, its Questions. */
export function compareReferences(a: string, b: string): number {
  const [left, right] = [parseReference(a), parseReference(b)];
  if (!left || !right) return a < b ? -1 : a > b ? 1 : 0;
  return ORDER.indexOf(left.kind) - ORDER.indexOf(right.kind) || (left.number ?? 0) - (right.number ?? 0);
}
