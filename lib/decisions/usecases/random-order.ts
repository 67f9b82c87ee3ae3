import { createHmac } from "node:crypto";

/**
 * The same standing with its people in an order that follows from the lot alone: who forgets the lot cannot tell from
 * somebody's place who it is.
 */
export function inRandomOrder<S extends { readonly people: readonly { readonly id: string }[] }>(
  standing: S,
  lot: Uint8Array,
): S {
  const places = new Map(
    standing.people.map(({ id }) => [id, createHmac("sha256", lot).update(id).digest("hex")]),
  );
  const placeOf = (id: string) => places.get(id) ?? "";
  const people = [...standing.people].sort((a, b) => (placeOf(a.id) < placeOf(b.id) ? -1 : 1));
  return { ...standing, people };
}
