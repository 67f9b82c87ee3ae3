/** Letters of Hebrew, Arabic, Syriac and their neighbours; not their vowel marks, which go with a letter. */
const RIGHT_TO_LEFT = /[\p{L}&&[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]]/v;
const LETTER = /\p{L}/u;

/** A stretch of text that runs one way. */
export type Stretch = { readonly text: string; readonly rightToLeft: boolean };

/**
 * The text in stretches of one direction, in order; together they are the text.
 *
 * What has no direction of its own (spaces, figures, marks) goes with the letters before it, and before the first
 * letter with that. A text without right-to-left letters is one stretch.
 */
export function splitByDirection(text: string): Stretch[] {
  if (!RIGHT_TO_LEFT.test(text)) return [{ text, rightToLeft: false }];
  return letterRuns(text).map(({ direction, from, to }) => ({
    text: text.slice(from, to),
    rightToLeft: direction,
  }));
}

/** Whether a text begins with a right-to-left letter: its paragraph then starts at the right. */
export function beginsRightToLeft(text: string): boolean {
  const first = LETTER.exec(text);
  return first !== null && RIGHT_TO_LEFT.test(first[0]);
}

function letterRuns(text: string) {
  const runs: { direction: boolean; from: number; to: number }[] = [];
  let at = 0;
  for (const character of text) {
    const end = at + character.length;
    const last = runs.at(-1);
    const direction = LETTER.test(character) ? RIGHT_TO_LEFT.test(character) : (last?.direction ?? null);
    if (last && (direction === null || direction === last.direction)) last.to = end;
    else if (direction !== null) runs.push({ direction, from: last ? at : 0, to: end });
    at = end;
  }
  return runs;
}
