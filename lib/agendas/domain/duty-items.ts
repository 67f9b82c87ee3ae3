import type { WordKey } from "#lib/kernel/words";
import { DUTIES, type Duty } from "./agenda.ts";

/** A duty item before it has words of its own. */
export type DutyItem = { readonly duty: Duty; readonly title: WordKey; readonly minutes: number };

const TITLES: Readonly<Record<Duty, WordKey>> = {
  opening: "agendas.duty.opening",
  agenda: "agendas.duty.agenda",
  documents: "agendas.duty.documents",
  discussion: "agendas.duty.discussion",
  ipr: "agendas.duty.ipr",
  liaison: "agendas.duty.liaison",
  future: "agendas.duty.future",
  aob: "agendas.duty.aob",
  closure: "agendas.duty.closure",
};

const LONGEST = 5;

/**
 * The items that every agenda has, in order, with minutes that fill a meeting of `lengthMinutes`.
 *
 * All but the discussion take up to 5 minutes each, less when the meeting is short, and the discussion gets the rest.
 * None gets less than a minute: a meeting under 9 minutes is over-run from the start.
 */
export function dutyItems(lengthMinutes: number): DutyItem[] {
  const others = DUTIES.length - 1;
  const each = Math.max(1, Math.min(LONGEST, Math.floor(lengthMinutes / (2 * others))));
  const rest = Math.max(1, Math.floor(lengthMinutes) - others * each);
  return DUTIES.map((duty) => ({
    duty,
    title: titleOfDuty(duty),
    minutes: duty === "discussion" ? rest : each,
  }));
}

/** The usual title of a duty item. */
export function titleOfDuty(duty: Duty): WordKey {
  return TITLES[duty];
}
