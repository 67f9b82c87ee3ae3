import type { Quote } from "./letter.ts";

/** A piece of a letter and the fields that were taken from it; none for what was not used. */
export type MarkedPiece = { readonly text: string; readonly fields: readonly string[] };

/** Words of a letter with the field they were taken from. */
export type FieldQuote = Quote & { readonly field: string };

/**
 * The letter in pieces, in order and complete, each with the fields whose words it belongs to: the field of the
 * shortest quotation first. Quotations may overlap.
 */
export function markWords(text: string, quotes: readonly FieldQuote[]): MarkedPiece[] {
  const inside = quotes.filter(
    ({ offset, text: words }) => words.length > 0 && offset + words.length <= text.length,
  );
  const shortestFirst = inside.toSorted((a, b) => a.text.length - b.text.length);
  const cuts = new Set([
    0,
    text.length,
    ...inside.flatMap(({ offset, text: words }) => [offset, offset + words.length]),
  ]);
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((start, at) => {
    const end = places[at + 1] ?? text.length;
    const over = shortestFirst.filter(
      ({ offset, text: words }) => offset <= start && end <= offset + words.length,
    );
    return { text: text.slice(start, end), fields: [...new Set(over.map(({ field }) => field))] };
  });
}
