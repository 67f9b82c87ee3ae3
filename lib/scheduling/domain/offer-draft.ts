import { isTimeZone } from "#lib/kernel/zone";
import { type StagedSlot, stageWish } from "./generate-slots.ts";
import type { Wish } from "./offer.ts";

/** Slots that somebody made and has not offered, as the own browser keeps them. */
export type OfferDraft = {
  /** When they were last changed, in milliseconds. */
  readonly at: number;
  /** Why those that break a rule are to be offered; empty for no reason. */
  readonly reason: string;
  readonly slots: readonly StagedSlot[];
};

/** As many slots are kept. */
const MOST = 2_000;

/** The draft as a line of text. */
export function writeOfferDraft({ at, reason, slots }: OfferDraft): string {
  const wishes = slots.map(({ day, clock, timeZone, lengthMinutes }) => [
    day,
    clock,
    timeZone,
    lengthMinutes,
  ]);
  return JSON.stringify({ at, reason, wishes });
}

/** The draft in a text without slots that are past at `now`; null when it is none: a browser's storage may hold anything. */
export function readOfferDraft(text: string | null, now: Date): OfferDraft | null {
  const held = parse(text);
  if (typeof held !== "object" || held === null) return null;
  const { at, reason, wishes } = held as Readonly<Partial<Record<keyof OfferDraft | "wishes", unknown>>>;
  if (typeof at !== "number" || !Array.isArray(wishes)) return null;
  const slots = wishes.slice(0, MOST).flatMap((wish: unknown) => {
    const slot = isWish(wish) ? stageWish(toWish(wish)) : null;
    return slot && slot.start > now ? [slot] : [];
  });
  return { at, reason: typeof reason === "string" ? reason : "", slots };
}

type Written = readonly [day: string, clock: string, timeZone: string, lengthMinutes: number];

const toWish = ([day, clock, timeZone, lengthMinutes]: Written): Wish => ({
  ...{ day, clock, timeZone, lengthMinutes },
});

function isWish(held: unknown): held is Written {
  if (!Array.isArray(held)) return false;
  const [day, clock, timeZone, length]: unknown[] = held;
  return (
    isText(day, /^\d{4}-\d\d-\d\d$/) &&
    isText(clock, /^([01]\d|2[0-3]):[0-5]\d$/) &&
    typeof timeZone === "string" &&
    isTimeZone(timeZone) &&
    Number.isInteger(length) &&
    Number(length) > 0
  );
}

const isText = (held: unknown, form: RegExp): held is string =>
  typeof held === "string" &&
  form.test(held) &&
  !Number.isNaN(Date.parse(held.includes("-") ? held : "2000-01-01"));

function parse(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
