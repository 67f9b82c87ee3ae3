/** A slot as far as it can be named. `startsAt` is in milliseconds. */
export type ListedSlot = { readonly ordinal: number; readonly startsAt: number };

const MINUTE_MS = 60_000;

/**
 * Slots as a short text, which {@link readSlots} reads back in the same order: minutes since the one before, and the
 * ordinal where it is not the next number. 500 slots take some hundred bytes when they are compressed.
 */
export function writeSlots(slots: readonly ListedSlot[]): string {
  return slots
    .map(({ ordinal, startsAt }, at) => {
      const before = slots[at - 1];
      const minutes = Math.round((startsAt - (before?.startsAt ?? 0)) / MINUTE_MS);
      return ordinal === (before?.ordinal ?? -1) + 1 ? `${minutes}` : `${minutes}:${ordinal}`;
    })
    .join(" ");
}

/** Slots from the text that {@link writeSlots} made of them. */
export function readSlots(text: string): ListedSlot[] {
  let last: ListedSlot = { ordinal: -1, startsAt: 0 };
  return text.split(" ").flatMap((part) => {
    if (!part) return [];
    const [minutes, ordinal] = part.split(":").map(Number);
    last = { startsAt: last.startsAt + (minutes ?? 0) * MINUTE_MS, ordinal: ordinal ?? last.ordinal + 1 };
    return [last];
  });
}
