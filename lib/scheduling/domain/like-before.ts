import { clockIn, dayIn } from "#lib/kernel/zone";
import { type Answer, answerAt } from "./packed-answers.ts";
import type { Slot } from "./poll.ts";

/**
 * What somebody would answer who answers as in an earlier poll: to each slot the answer given then to the same weekday
 * and time of day, else the answer given to that time on all other days alike; by slot id.
 *
 * Weekday and time are those on the clock of `timeZone`. Slots at times not asked then are left out.
 */
export function answersLikeBefore(
  slots: readonly Slot[],
  before: { readonly slots: readonly Slot[]; readonly answers: Uint8Array | null },
  timeZone: string,
): Record<string, Answer> {
  const byDay = new Map<string, Set<Answer>>();
  const byTime = new Map<string, Set<Answer>>();
  for (const slot of before.slots) {
    const answer = answerAt(before.answers, slot.ordinal);
    if (!answer) continue;
    const { time, weekday } = keysOf(slot, timeZone);
    add(byTime, time, answer);
    add(byDay, `${weekday} ${time}`, answer);
  }
  return Object.fromEntries(
    slots.flatMap((slot) => {
      const { time, weekday } = keysOf(slot, timeZone);
      const answer = only(byDay.get(`${weekday} ${time}`)) ?? only(byTime.get(time));
      return answer ? [[slot.id, answer] as const] : [];
    }),
  );
}

function keysOf({ start }: Slot, timeZone: string) {
  const weekday = new Date(`${dayIn(start, timeZone)}T00:00:00Z`).getUTCDay();
  return { time: clockIn(start, timeZone), weekday };
}

function add(held: Map<string, Set<Answer>>, key: string, answer: Answer): void {
  held.set(key, (held.get(key) ?? new Set()).add(answer));
}

/** The one answer, when there is no other. */
const only = (answers: Set<Answer> | undefined) => (answers?.size === 1 ? [...answers][0] : undefined);
