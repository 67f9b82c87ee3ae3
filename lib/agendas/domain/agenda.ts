/** What every agenda of a joint meeting has, in the usual order. */
export const DUTIES = [
  "opening",
  "agenda",
  "documents",
  "discussion",
  "ipr",
  "liaison",
  "future",
  "aob",
  "closure",
] as const;

export type Duty = (typeof DUTIES)[number];

/** One item of an agenda. */
export type AgendaItem = {
  /** Null for an item that was never saved. */
  readonly id: string | null;
  readonly title: string;
  /** Who leads it; empty when nobody is named. */
  readonly owner: string;
  /** Whole minutes, 1 or more. */
  readonly minutes: number;
  /** Numbers or titles of documents, one each. */
  readonly documents: readonly string[];
  readonly expectedOutcome: string;
  /** Which of the items that every agenda has; null for any other. */
  readonly duty: Duty | null;
};

/** The agenda of one meeting. */
export type Agenda = {
  /** In the order of the meeting. */
  readonly items: readonly AgendaItem[];
  /** Grows with each save; 0 for an agenda that nobody has saved yet. */
  readonly version: number;
  /** Who saved it last, and when; null while nobody has. */
  readonly saved: { readonly by: string; readonly at: Date } | null;
};
