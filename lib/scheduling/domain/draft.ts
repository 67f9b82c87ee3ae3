import type { Answer } from "./packed-answers.ts";
import type { SheetSlot } from "./sheet.ts";

/** What somebody answered and has not saved, as the own browser keeps it. */
export type Draft = {
  /** Of the answers that the sheet showed. */
  readonly version: number;
  /** Ids of the slots that the sheet showed. */
  readonly seen: readonly string[];
  /** When it was last changed, in milliseconds. */
  readonly at: number;
  /** By slot id; null where an answer was taken away. */
  readonly changes: Readonly<Record<string, Answer | null>>;
  /** Null when it was not changed. */
  readonly note: string | null;
  /** The note that was saved when it was begun; null when it was not changed. */
  readonly noteFrom: string | null;
};

/** A draft as a line of text. */
export function writeDraft(draft: Draft): string {
  return JSON.stringify(draft);
}

/** The draft in a text, or null when it is none: a browser's storage may hold anything. */
export function readDraft(text: string | null): Draft | null {
  const held = parse(text);
  if (!isRecord(held)) return null;
  const { version, seen, at, changes, note, noteFrom } = held;
  if (typeof version !== "number" || typeof at !== "number" || !isRecord(changes)) return null;
  return {
    ...{ version, at },
    seen: Array.isArray(seen) ? seen.filter((id) => typeof id === "string") : [],
    changes: Object.fromEntries(
      Object.entries(changes).flatMap(([id, given]) => (isGiven(given) ? [[id, given]] : [])),
    ),
    note: typeof note === "string" ? note : null,
    noteFrom: typeof noteFrom === "string" ? noteFrom : null,
  };
}

function parse(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

const isRecord = (held: unknown): held is Record<string, unknown> =>
  typeof held === "object" && held !== null && !Array.isArray(held);

const isGiven = (given: unknown): given is Answer | null =>
  given === null || given === "yes" || given === "if_need_be" || given === "no";

/** What came and went between the slots that somebody saw and those on offer. */
export type SlotChanges = {
  readonly added: readonly SheetSlot[];
  readonly gone: readonly SheetSlot[];
};

/** Slots on offer that were not seen, and slots seen that were withdrawn; each in the order given. */
export function compareSlots(
  seen: readonly string[],
  slots: readonly SheetSlot[],
  withdrawn: readonly SheetSlot[],
): SlotChanges {
  const known = new Set(seen);
  return {
    added: slots.filter(({ id }) => !known.has(id)),
    gone: withdrawn.filter(({ id }) => known.has(id)),
  };
}
