import { addMinutes } from "#lib/kernel/interval";
import type { Slot } from "#lib/scheduling/domain/poll";

/** A slot `s<ordinal>` for tests of pure code. */
export function makeSlot(ordinal: number, startsAt: string, lengthMinutes = 120): Slot {
  const start = new Date(startsAt);
  const end = addMinutes(start, lengthMinutes);
  return { id: `s${ordinal}`, ordinal, start, end, lengthMinutes, timeZone: "Europe/Zurich" };
}
