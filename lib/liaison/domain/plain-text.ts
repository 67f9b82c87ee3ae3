/** A piece of a text: from `start` to before `end`, in UTF-16 units as `slice` counts them. */
export type Span = { readonly start: number; readonly end: number };

/** Something that was read, with the piece of the text it was read from. */
export type Found<T> = { readonly value: T; readonly span: Span };

type Replacement = readonly [pattern: RegExp, by: string | ((character: string) => string)];

const SAME_LENGTH: readonly Replacement[] = [
  [/\r\n/g, " \n"],
  [/[\r\v\f\u0085\u2028\u2029]/g, "\n"],

  [/[\0-\x08\x0e-\x1f\x7f\u00a0\u00ad\u1680\u2000-\u200f\u202a-\u202f\u205f-\u206f\u3000\ufeff]/g, " "],
  [/[\u2010-\u2015\u2212\ufe58\uff0d]/g, "-"],
  [/[\u2018\u2019\u201b\u2032\u02bc]/g, "'"],
  [/[\u201c\u201d\u201e\u00ab\u00bb]/g, '"'],
  [/\uff1a/g, ":"],
  [/[\uff0c\u3001\u060c]/g, ","],
  [/[\uff1b\u061b]/g, ";"],
  [/\uff08/g, "("],
  [/\uff09/g, ")"],
  [/\uff0f/g, "/"],
  [/[\uff10-\uff19]/g, (digit) => String(digit.charCodeAt(0) - 0xff10)],
  [/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660)],
];

/**
 * The text with one form of each dash, quotation mark, digit, space and line break, to look things up in.
 *
 * It has exactly the length of the original, so what is found at a place stands at that place in the original.
 */
export function evenOut(text: string): string {
  return SAME_LENGTH.reduce(
    (even, [pattern, by]) => even.replace(pattern, (found) => (typeof by === "string" ? by : by(found))),
    text,
  );
}

/** On one line, with single spaces and none at the ends. */
export function tidy(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** The piece without white space at its ends; empty at its start when there is nothing else in it. */
export function trimSpan(text: string, { start, end }: Span): Span {
  const piece = text.slice(start, end);
  const from = start + (piece.length - piece.trimStart().length);
  return { start: from, end: Math.max(from, start + piece.trimEnd().length) };
}

/** The piece of a match of a pattern, or of the first occurrence of `part` in it. */
export function spanOf(match: RegExpExecArray | RegExpMatchArray, offset = 0, part?: string): Span {
  const within = part === undefined ? 0 : Math.max(0, match[0].indexOf(part));
  const start = offset + (match.index ?? 0) + within;
  return { start, end: start + (part ?? match[0]).length };
}

/** The same pieces, counted from another beginning. */
export function shift(span: Span, offset: number): Span {
  return { start: span.start + offset, end: span.end + offset };
}

/** Whether a value says that there is none: `-`, `n/a`, `N/A`, `—`, nothing. */
export function isAbsent(value: string): boolean {
  return /^(?:[-_.*]{0,5}|n\.?\s?\/?\s?a\.?|none|nil|not applicable)$/i.test(tidy(evenOut(value)));
}
