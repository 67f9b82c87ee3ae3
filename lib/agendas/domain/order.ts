import { DUTIES, type Duty } from "./agenda.ts";

/**
 * The items with the one at `from` moved to `to`; the others keep their order.
 *
 * A place before the first is the first, one after the last is the last. Without an item at `from` nothing moves.
 */
export function moveItem<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const moved = items[from];
  if (moved === undefined) return [...items];
  const others = items.filter((_, index) => index !== from);
  const place = Math.max(0, Math.min(others.length, to));
  return [...others.slice(0, place), moved, ...others.slice(place)];
}

/**
 * Where a new item belongs: a duty item before the first that usually comes after it, any other item after the
 * discussion. At the end when nothing comes after it.
 */
export function placeFor(duty: Duty | null, items: readonly { readonly duty: Duty | null }[]): number {
  const rank = DUTIES.indexOf(duty ?? "discussion");
  const later = items.findIndex((item) => item.duty !== null && DUTIES.indexOf(item.duty) > rank);
  return later === -1 ? items.length : later;
}
