import type { Day } from "#lib/kernel/day";
import type { Finding } from "#lib/kernel/finding";
import { say, type WordKey } from "#lib/kernel/words";
import { findDates, type WrittenDate } from "./dates.ts";
import { fieldsOf, valueSpan } from "./header-fields.ts";
import type { LetterText, Read } from "./letter.ts";
import { type Span, shift, tidy } from "./plain-text.ts";

const REPLY =
  /\b(?:repl(?:y|ies)|respon[ds]\w*|answers?|comments?|feedback|inputs?|views|contributions?|deadline|reaction|guidance|hear from)\b/i;
const UNTIL =
  /\b(?:by|before|until|till|(?:no|not)\slater\sthan|on or before|deadline(?:\sis|\sfor|:)?|latest(?:\sby)?)\s[^.;]{0,30}$/i;
const WINDOW = 60;

type Dated = { readonly date: WrittenDate; readonly span: Span };

/**
 * The day by which a reply is asked: from the header, else from a sentence that asks for a reply by a date.
 *
 * A month alone, a day without year, several different days: null, and a finding with the words.
 */
export function readDeadline(letter: LetterText): Read<Day | null> {
  const [field] = fieldsOf(letter.header, letter.text, "deadline");
  if (!field) return decided(letter, inProse(letter));
  const span = valueSpan(field);
  const dates = findDates(letter.text.slice(span.start, span.end)).map((date) => ({
    date,
    span: shift(date.span, span.start),
  }));
  if (dates.length === 0) return undecided(letter, span, "liaison.finding.deadlineNoDate");
  return decided(letter, dates);
}

function inProse(letter: LetterText): Dated[] {
  return letter.sentences
    .filter(({ text }) => REPLY.test(text))
    .flatMap((sentence) =>
      findDates(sentence.text)
        .filter(({ span }) => UNTIL.test(sentence.text.slice(Math.max(0, span.start - WINDOW), span.start)))
        .filter(
          ({ span }) => !endsWithGroup(sentence.text.slice(Math.max(0, span.start - WINDOW), span.start)),
        )
        .map((date) => ({ date, span: shift(date.span, sentence.start) })),
    );
}

/** `prior to the TSAG meeting in May 2025` is the date of a meeting and not of a reply. */
function endsWithGroup(before: string): boolean {
  return /\b(?:TSAG|SG\s?\d{1,2}|Study Group \d{1,2}|WTSA|meeting|plenary|session)\b[^.;]{0,25}$/i.test(
    before,
  );
}

function decided(letter: LetterText, dated: readonly Dated[]): Read<Day | null> {
  const days = dated.filter(({ date }) => date.kind === "day");
  const [first] = days;
  if (first?.date.kind === "day") {
    const other = days.find(
      ({ date }) => date.kind === "day" && first.date.kind === "day" && date.day !== first.date.day,
    );
    if (other)
      return undecided(
        letter,
        { start: first.span.start, end: first.span.end },
        "liaison.finding.deadlineSeveral",
      );
    return { value: first.date.day, places: [["deadline", first.span]], findings: [] };
  }
  const [vague] = dated;
  return vague
    ? undecided(letter, vague.span, "liaison.finding.deadlineVague")
    : { value: null, places: [], findings: [] };
}

function undecided(letter: LetterText, span: Span, key: WordKey): Read<null> {
  const words = tidy(letter.raw.slice(span.start, span.end)).slice(0, 120);
  const finding: Finding = { rule: "L3", severity: "warn", message: say(key, { words }) };
  return { value: null, places: [], findings: [finding] };
}
