import { stringify } from "csv-stringify/sync";
import { toCell } from "#lib/csv/cell";
import { answerAt } from "./domain/packed-answers.ts";
import type { SeenRow } from "./domain/book.ts";
import type { Slot } from "./domain/poll.ts";

/** The words of a file of answers, in the reader's language. */
export type CsvWords = {
  readonly name: string;
  readonly side: string;
  readonly groups: string;
  readonly zone: string;
  readonly note: string;
  readonly enteredBy: string;
  readonly yes: string;
  readonly if_need_be: string;
  readonly no: string;
  readonly hidden: string;
};

/**
 * A line a person and a column a slot, which is named by its start in UTC. UTF-8 with a mark, comma, CR LF, so that
 * spreadsheets open it as it is; nothing in it runs as a formula.
 */
export function writeAnswersCsv(
  slots: readonly Pick<Slot, "start" | "end" | "ordinal">[],
  people: readonly (Pick<SeenRow, "name" | "timeZone" | "groups" | "answers" | "note" | "enteredBy"> & {
    readonly side: string;
    /** Answered, and this reader may not see what. */
    readonly isHidden: boolean;
  })[],
  words: CsvWords,
): string {
  const head = [words.name, words.side, words.groups, words.zone, words.note, words.enteredBy];
  const instant = (date: Date) => date.toISOString().slice(0, 16).replace("T", " ");
  const columns = slots.map(({ start, end }) => `${instant(start)}-${instant(end).slice(11)} UTC`);
  const lines = people.map(({ name, side, groups, timeZone, note, enteredBy, answers, isHidden }) => [
    ...[name, side, groups.join(" "), timeZone, note, enteredBy ?? ""].map(toCell),
    ...slots.map(({ ordinal }) => {
      const answer = answerAt(answers, ordinal);
      return isHidden ? words.hidden : answer ? words[answer] : "";
    }),
  ]);
  return stringify([[...head, ...columns], ...lines], { bom: true, record_delimiter: "\r\n" });
}
