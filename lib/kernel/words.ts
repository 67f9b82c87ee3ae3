import type messages from "#messages/en";

type Keys<Tree, Path extends string = ""> = {
  [Key in keyof Tree & string]: Tree[Key] extends string
    ? `${Path}${Key}`
    : Keys<Tree[Key], `${Path}${Key}.`>;
}[keyof Tree & string];

/** The address of a text in `messages/<language>.json`, such as `refusal.notFound`. */
export type WordKey = Keys<typeof messages>;

/**
 * A text for people, not yet in a language: which text, and what to fill in.
 *
 * Pure code returns words; `lib/words` and next-intl turn them into a sentence of the reader's language.
 */
export type Words = {
  readonly key: WordKey;
  readonly values?: Readonly<Record<string, string | number>>;
};

/** Names a text. `values` fill the ICU arguments of that text. */
export function say(key: WordKey, values?: Words["values"]): Words {
  return values ? { key, values } : { key };
}
