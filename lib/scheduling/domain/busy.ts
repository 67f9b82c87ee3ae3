import { type Interval, overlaps } from "#lib/kernel/interval";
import type { SheetSlot } from "./sheet.ts";

/** A time at which a calendar says that one is busy, or perhaps busy. */
export type Busy = Interval & { readonly perhaps: boolean };

/** What a calendar says to slots: no where one is busy, if need be where perhaps. */
export type BusyAnswers = {
  readonly answers: Readonly<Record<string, "no" | "if_need_be">>;
  /** How many entries the file has. */
  readonly entries: number;
  /** What could not be read exactly: the line of each such entry, and the names of zones that nobody knows. */
  readonly passedOver: { readonly lines: readonly number[]; readonly zones: readonly string[] };
};

/** What the page asks the thread that reads, and what it answers: null for a file that it cannot read. */
export type BusyQuestion = {
  readonly file: File;
  readonly slots: readonly SheetSlot[];
  readonly home: string;
};
export type BusyReply = BusyAnswers | null;

/** What busy times say to the slots that they touch; "no" is never weakened. */
export function markBusy(
  slots: readonly (Interval & { readonly id: string })[],
  busy: readonly Busy[],
): BusyAnswers["answers"] {
  const answers: Record<string, "no" | "if_need_be"> = {};
  for (const time of busy)
    for (const { id } of slots.filter((slot) => overlaps(time, slot)))
      answers[id] = time.perhaps ? (answers[id] ?? "if_need_be") : "no";
  return answers;
}
