import { fieldsOf, valueSpan } from "./header-fields.ts";
import type { LetterText, Read } from "./letter.ts";
import { type Found, type Span, spanOf, tidy, trimSpan } from "./plain-text.ts";

const MARK = String.raw`LS\s?(?:\/\s?(?<way>[io])\b\s?)?(?<reply>\/\s?r\b)?`;
/** `LS/o/r on …`, `[LS/o] …`, `Reply LS on …` at the beginning of a title. */
const LEADING = new RegExp(
  String.raw`^[\s[("']{0,4}(?:ITU-?T\s)?(?:SG\s?\d{1,2}\s)?(?:draft\s)?(?<back>reply\s)?${MARK}(?![\p{L}\d])`,
  "iu",
);
const THIS = new RegExp(String.raw`\bthis\s(?:outgoing\s|incoming\s|reply\s)?${MARK}(?![\p{L}\d])`, "iu");
const BANNER = new RegExp(String.raw`\bliaison statement\s?\(?\s?${MARK}(?![\p{L}\d])`, "iu");
const WAY_IN_WORDS = /^\s{0,4}(?<way>outgoing|incoming)\sliaison/i;
const TITLE_LINE =
  /^\s{0,4}(?:LS(?:\s?\/\s?[io])?(?:\s?\/\s?r)?\s(?:on|to|from|about|regarding|-)\s|(?:reply\s)?liaison statement (?:on|to|from|about|regarding)\s|reply to (?:the\s)?(?:LS|liaison)\b)/i;
const REPLY_TITLE =
  /^[\s[(]{0,4}(?:reply|response)\s(?:to|LS|liaison)\b|[([]\s?(?:in\s)?(?:reply|response|answer)\sto\b/i;
const REPLY_PROSE =
  /\b(?:this\s(?:reply|response)\b|(?:in|as a)\s(?:reply|response|answer)\sto\s(?:your|the|its|this)\s[^.]{0,60}?\b(?:LS|liaison)\b)|\b(?:repl(?:y|ies)|respon(?:ds?|se)|answers?)\sto\s(?:your|the)\s(?:LS|liaison)\b/i;
const THANKS =
  /\bthank(?:s|ed)?\s[^.]{0,120}?\bfor\s(?:its|your|their|the)\s(?:[\p{L}-]{1,20}\s){0,3}?(?:LS|liaison)\b/iu;
const REFERENCE =
  /\b(?:TD|LS|COM|SG\d{1,2}-(?:LS|TD|C|R))[\s-]?\d{1,4}|\bCOM\s?\d{1,2}\s?-\s?LS\s?\d{1,4}|\bLS\s?\/\s?[io]\s?-?\s?\d{1,4}|\bTD\s?\d{1,4}|\bSG\d{1,2}-LS-?\d{1,4}/i;

/** The title as written; empty when the letter has none. */
export function readTitle(letter: LetterText): Read<string> {
  const [field] = [
    ...fieldsOf(letter.header, letter.text, "title"),
    ...fieldsOf(letter.header, letter.text, "subject"),
  ];
  const span = field ? valueSpan(field) : firstLine(letter.text);
  if (!span) return { value: "", places: [], findings: [] };
  return {
    value: tidy(letter.raw.slice(span.start, span.end)).slice(0, 500),
    places: [["title", span]],
    findings: [],
  };
}

/** The first line, when it reads like the title of a liaison statement. */
function firstLine(text: string): Span | null {
  const start = text.length - text.trimStart().length;
  const found = text.indexOf("\n", start);
  const span = trimSpan(text, { start, end: found < 0 ? text.length : found });
  if (span.end - span.start > 300) return null;
  return TITLE_LINE.test(text.slice(span.start, span.end)) ? span : null;
}

/** Incoming or outgoing, only when the letter bears the mark itself: marks of other letters it speaks of say nothing. */
export function readDirection(letter: LetterText, title: Read<string>): Read<"i" | "o" | null> {
  const match = ownMark(letter, title, (groups) => groups.way);
  if (!match) return { value: null, places: [], findings: [] };
  return { value: /^o/i.test(match.value) ? "o" : "i", places: [["direction", match.span]], findings: [] };
}

/** Whether the letter answers another one, by `/r` or by its words. */
export function readIsReply(letter: LetterText, title: Read<string>): Read<boolean> {
  const found =
    ownMark(letter, title, (groups) => groups.reply ?? groups.back)?.span ??
    replyField(letter) ??
    inTitle(letter, title, REPLY_TITLE) ??
    inProse(letter, REPLY_PROSE) ??
    (title.value === "" ? inProse(letter, THANKS) : null);
  return { value: found !== null, places: found ? [["isReply", found]] : [], findings: [] };
}

/** Whether the letter says which letter it answers: a number of a document stands in its title or text. */
export function namesAnsweredLetter(letter: LetterText): boolean {
  return REFERENCE.test(letter.text.slice(0, 20_000));
}

type MarkGroups = Partial<Record<string, string>>;

function ownMark(
  letter: LetterText,
  title: Read<string>,
  part: (groups: MarkGroups) => string | undefined,
): Found<string> | null {
  const titleSpan = title.places[0]?.[1];
  const tries: [string, number, RegExp][] = [];
  if (titleSpan) {
    const text = letter.text.slice(titleSpan.start, titleSpan.end);
    tries.push([text, titleSpan.start, LEADING], [text, titleSpan.start, WAY_IN_WORDS]);
  }
  tries.push([letter.text.slice(0, 2_000), 0, BANNER]);
  for (const sentence of letter.sentences) tries.push([sentence.text, sentence.start, THIS]);
  for (const [text, offset, pattern] of tries) {
    const match = pattern.exec(text);
    const value = match && part(match.groups ?? {});
    if (match && value) return { value, span: markSpan(match, offset) };
  }
  return null;
}

/** The mark itself, `LS/o/r`, without the words before it. */
function markSpan(match: RegExpExecArray, offset: number): Span {
  const lead = /LS\b/.exec(match[0])?.index ?? 0;
  const start = offset + match.index + lead;
  return { start, end: start + match[0].slice(lead).trimEnd().length };
}

function replyField(letter: LetterText): Span | null {
  const field = fieldsOf(letter.header, letter.text, "replyTo").find((one) => {
    const span = valueSpan(one);
    return !letter.text.slice(span.start, span.end).includes("@");
  });
  return field ? valueSpan(field) : null;
}

function inTitle(letter: LetterText, title: Read<string>, pattern: RegExp): Span | null {
  const span = title.places[0]?.[1];
  const match = span && pattern.exec(letter.text.slice(span.start, span.end));
  return match ? spanOf(match, span.start) : null;
}

function inProse(letter: LetterText, pattern: RegExp): Span | null {
  for (const sentence of letter.sentences) {
    const match = pattern.exec(sentence.text);
    if (match) return spanOf(match, sentence.start);
  }
  return null;
}
