import type { LetterForm } from "./form-of-letter.ts";

/** What the review shows: the letter's text, the filled form, and people known by the co-chairs' names. */
export type Review = {
  /** With line ends as LF, as a browser keeps them; the quotations of the form count in it. */
  readonly text: string;
  readonly fileName: string | null;
  readonly form: LetterForm;
  /** A name alone does not say who is meant: these are shown, never chosen. */
  readonly namesakes: readonly { readonly name: string; readonly entity: string }[];
};

/** Where somebody is with reading a letter. What was pasted is kept until it is read. */
export type ReadState =
  | { readonly status: "idle" }
  | { readonly status: "refused"; readonly message: string; readonly text: string }
  | { readonly status: "read"; readonly review: Review };
