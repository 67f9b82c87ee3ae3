import { type Span, trimSpan } from "./plain-text.ts";

/** A sentence, with where it stands. */
export type Sentence = Span & { readonly text: string };

const LONGEST = 1_500;
const END = /[.!?。](?=["')\]]{0,2}(?:\s|$))/g;
const ABBREVIATION =
  /(?:^|[\s(."'])(?:Mr|Mrs|Ms|Dr|Prof|Eng|Messrs|No|Nos|Rec|Res|Rev|Art|Sec|Fig|Add|Cor|Ed|St|vs|cf|approx|incl|e\.g|i\.e|Q|Qs|[A-Z]|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)$/;
const BULLET = /^\s{0,20}(?:[·•●▪◦*\-–]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s/;

/**
 * The sentences of a text, in order. Lines that follow each other are one paragraph until an empty line or a
 * bullet; a period after `Mr`, `Q` or a single capital ends nothing. Very long ones are cut.
 */
export function sentencesOf(text: string): Sentence[] {
  return [...paragraphsOf(text)].flatMap((paragraph) => [...sentencesIn(text, paragraph)]);
}

function* paragraphsOf(text: string): Generator<Span> {
  let begin = 0;
  for (let start = 0; start < text.length;) {
    const found = text.indexOf("\n", start);
    const end = found < 0 ? text.length : found;
    const line = text.slice(start, end);
    if (line.trim() === "" || BULLET.test(line)) {
      if (start > begin) yield { start: begin, end: start };
      begin = line.trim() === "" ? end + 1 : start;
    }
    start = end + 1;
  }
  if (begin < text.length) yield { start: begin, end: text.length };
}

function* sentencesIn(text: string, paragraph: Span): Generator<Sentence> {
  const whole = text.slice(paragraph.start, paragraph.end);
  let from = 0;
  for (const match of whole.matchAll(END)) {
    if (match[0] === "." && ABBREVIATION.test(whole.slice(Math.max(0, match.index - 8), match.index)))
      continue;
    yield* pieces(text, { start: paragraph.start + from, end: paragraph.start + match.index + 1 });
    from = match.index + 1;
  }
  yield* pieces(text, { start: paragraph.start + from, end: paragraph.end });
}

function* pieces(text: string, span: Span): Generator<Sentence> {
  const { start, end } = trimSpan(text, span);
  for (let at = start; at < end; at += LONGEST) {
    const to = Math.min(end, at + LONGEST);
    yield { start: at, end: to, text: text.slice(at, to) };
  }
}
