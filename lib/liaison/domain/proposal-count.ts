import { type Found, type Span } from "./plain-text.ts";
import type { Sentence } from "./sentences.ts";

/** `three virtual joint meetings` as it was read: how many (null when it does not say), and how they are held. */
export type MeetingPhrase = {
  readonly sentence: Sentence;
  /** The whole phrase, in the sentence. */
  readonly span: Span;
  readonly count: Found<number> | null;
  /** Two numbers (`two or three`): not for us to choose. */
  readonly isUnclear: boolean;
  readonly format: Found<"virtual" | "hybrid" | "physical"> | null;
  readonly isJoint: boolean;
};

const NUMBERS =
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(
    " ",
  );
const FORMATS: readonly (readonly [RegExp, "virtual" | "hybrid" | "physical"])[] = [
  [/^(?:virtual|online|on-line|remote|electronic|web|e-?meetings?|fully-remote)$/i, "virtual"],
  [/^hybrid$/i, "hybrid"],
  [/^(?:physical|face-to-face|in-person|onsite|on-site)$/i, "physical"],
];
/** Words that may stand between a number and `meetings`. */
const BETWEEN =
  /^(?:virtual|online|on-line|remote|electronic|web|fully-remote|fully|hybrid|physical|face-to-face|in-person|onsite|on-site|joint|jointly|short|brief|interim|rapporteur|rapporteurs|group|groups|dedicated|additional|further|focused|focussed|informal|ad-hoc|special|consecutive|separate|technical|coordination|e-?|rgm|rapporteur-level|expert|and|such|new|\d-hour|two-hour|half-day|one-day|sg\d+[-/]sg\d+|q\d+\/\d+[-/]q\d+\/\d+)$/i;
const MEETING = /(?<![\p{L}\d])(?:e?-?meetings?|RGMs?|sessions?)(?![\p{L}\d])/giu;
const WINDOW = 110;

/** Every phrase about meetings in a sentence, with the words before it that count and describe them. */
export function meetingPhrases(sentence: Sentence): MeetingPhrase[] {
  return [...sentence.text.matchAll(MEETING)].map((match) => {
    const end = match.index + match[0].length;
    return phraseBefore(sentence, { start: match.index, end });
  });
}

type Token = Span & { readonly text: string };

function phraseBefore(sentence: Sentence, noun: Span): MeetingPhrase {
  const tokens = tokensBefore(sentence.text, noun.start);
  const described: Token[] = [{ ...noun, text: sentence.text.slice(noun.start, noun.end) }];
  let at = tokens.length - 1;
  for (let token = tokens[at]; token && BETWEEN.test(token.text); token = tokens[at]) {
    described.unshift(token);
    at -= 1;
  }
  const counted = countAt(tokens, at);
  const format = formatOf(described);
  return {
    sentence,
    span: { start: (counted.first ?? described[0] ?? noun).start, end: noun.end },
    count: counted.count,
    isUnclear: counted.isUnclear,
    format,
    isJoint: described.some(({ text }) => /^joint/i.test(text)),
  };
}

function tokensBefore(text: string, end: number): Token[] {
  const from = Math.max(0, end - WINDOW);
  return [...text.slice(from, end).matchAll(/[^\s,()]+/g)].map((match) => {
    const start = from + match.index;
    return { start, end: start + match[0].length, text: match[0].replace(/["']/g, "") };
  });
}

function formatOf(described: readonly Token[]): MeetingPhrase["format"] {
  for (const { text, start, end } of described) {
    const known = FORMATS.find(([pattern]) => pattern.test(text));
    if (known) return { value: known[1], span: { start, end } };
  }
  return null;
}

type Counted = {
  readonly count: Found<number> | null;
  readonly isUnclear: boolean;
  readonly first: Token | null;
};

/** The number that ends at a token: `three`, `3`, `three (3)`, `a`; two different ones are unclear. */
function countAt(tokens: readonly Token[], at: number): Counted {
  const token = tokens[at];
  if (!token) return { count: null, isUnclear: false, first: null };
  if (/^\d{1,2}-\d{1,2}$/.test(token.text)) return { count: null, isUnclear: true, first: token };
  const number = numberOf(token.text);
  if (number === null) return { count: null, isUnclear: false, first: null };
  const [before, other] = [tokens[at - 1], tokens[at - 2]];
  if (before && other && /^(?:or|to)$/i.test(before.text) && numberOf(other.text) !== null) {
    return { count: null, isUnclear: true, first: other };
  }
  const first = before && numberOf(before.text) === number ? before : token; // three (3)
  return { count: { value: number, span: { start: first.start, end: first.end } }, isUnclear: false, first };
}

function numberOf(text: string): number | null {
  if (/^an?$/i.test(text)) return 1;
  if (/^\d{1,2}$/.test(text)) return Number(text) >= 1 ? Number(text) : null;
  const at = NUMBERS.indexOf(text.toLowerCase());
  return at < 0 ? null : at + 1;
}
