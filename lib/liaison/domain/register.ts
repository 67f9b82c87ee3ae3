import type { Day } from "#lib/kernel/day";
import type { Approval, Contact, Destination, ParsedLetter } from "./letter.ts";
import type { SharedLetter } from "./policy.ts";

/** A letter as the register lists it. */
export type LetterEntry = {
  readonly id: string;
  readonly direction: "i" | "o" | null;
  readonly isReply: boolean;
  readonly number: string;
  readonly title: string;
  readonly from: readonly string[];
  readonly to: readonly Destination[];
  readonly questions: readonly string[];
  readonly deadline: Day | null;
  readonly sentOn: Day | null;
  readonly receivedOn: Day | null;
  readonly series: { readonly reference: string; readonly title: string } | null;
  readonly seriesId: string | null;
  readonly createdById: string;
  /** When it was recorded. */
  readonly createdAt: Date;
};

/** A letter with its text, and what was understood of it when it was recorded. */
export type Letter = LetterEntry & {
  readonly approval: Approval | null;
  readonly contacts: readonly Contact[];
  readonly abstract: string;
  readonly text: string;
  readonly parsed: ParsedLetter;
  readonly fileName: string | null;
};

/** What decides who may see an entry. */
export function sharedBy(entry: LetterEntry): SharedLetter {
  const { createdById, seriesId, from, to } = entry;
  return { createdById, seriesId, groups: [...from, ...to.map(({ group }) => group)] };
}
