import type { SheetSlot } from "#lib/scheduling/domain/sheet";
import { type BusyAnswers, readBusy } from "./read-busy";

/** What the page asks the thread, and what it answers: answers to slots, or null for a file that it cannot read. */
export type BusyQuestion = {
  readonly file: File;
  readonly slots: readonly SheetSlot[];
  readonly home: string;
};
export type BusyAnswer = BusyAnswers | null;

self.addEventListener("message", (event: MessageEvent<BusyQuestion>) => {
  const { file, slots, home } = event.data;
  const answer = (found: BusyAnswer) => self.postMessage(found);
  file
    .text()
    .then((text) => answer(readBusy(text, slots, home)))
    .catch(() => answer(null));
});
