import { notesClash, settleNote } from "#lib/scheduling/domain/note";

/** What the sheet says of its note. The same object until something changes. */
export type NoteSummary = {
  readonly text: string;
  readonly saved: string;
  /** Whether it differs from what is saved. */
  readonly unsaved: boolean;
  /** Whether another note was saved elsewhere since this one was begun. */
  readonly clashes: boolean;
  /** Whether what was typed made way for the saved note, and can come back. */
  readonly canPutBack: boolean;
};

/** The note while it is being written, held against what the server has. */
export class NoteStore {
  readonly #listeners = new Set<() => void>();
  #text: string;
  #from: string;
  #saved: string;
  #aside: string | null = null;
  #summary: NoteSummary;

  /** Begins with what is saved; or with what was typed, and what was saved when that was begun. */
  constructor(
    saved: string,
    { typed = saved, from = saved }: { typed?: string | undefined; from?: string | undefined } = {},
  ) {
    this.#text = typed;
    this.#from = from;
    this.#saved = saved;
    this.#summary = this.#sum();
  }

  readonly summary = (): NoteSummary => this.#summary;

  /** What is not saved, with what was saved when it was begun; null when nothing is. */
  draft(): { readonly note: string; readonly from: string } | null {
    return this.#summary.unsaved ? { note: this.#text, from: this.#from } : null;
  }

  /** What the writer has in the field. */
  type(text: string): void {
    if (text === this.#text) return;
    this.#text = text;
    this.#aside = null;
    this.#tell();
  }

  /** Puts back what was typed before, and what was saved when it was begun. */
  restore({ note, from }: { readonly note: string; readonly from: string }): void {
    this.#text = note;
    this.#from = from;
    this.#tell();
  }

  /** What was sent is saved: from here on it is what the writer goes on from. */
  keep(sent: string): void {
    this.#from = sent;
    this.#saved = sent;
    this.#aside = null;
    this.#tell();
  }

  /** What the server has now. It is shown where nothing was typed; what was typed stays. */
  settle(saved: string): void {
    const texts = { typed: this.#text, from: this.#from, saved };
    this.#text = settleNote(texts);
    if (!notesClash(texts)) this.#from = saved;
    this.#saved = saved;
    this.#tell();
  }

  /** Takes the saved note in place of what was typed, which can come back. */
  takeSaved(): void {
    this.#aside = this.#text;
    this.#text = this.#saved;
    this.#tell();
  }

  putBack(): void {
    if (this.#aside === null) return;
    this.#text = this.#aside;
    this.#aside = null;
    this.#tell();
  }

  readonly onAny = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #tell(): void {
    this.#summary = this.#sum();
    for (const listener of this.#listeners) listener();
  }

  #sum(): NoteSummary {
    const [text, saved] = [this.#text, this.#saved];
    return {
      ...{ text, saved, unsaved: text.trim() !== saved.trim(), canPutBack: this.#aside !== null },
      clashes: notesClash({ typed: text, from: this.#from, saved }),
    };
  }
}
