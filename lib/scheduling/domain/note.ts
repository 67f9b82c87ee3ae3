/** One note as its writer has it, as it was when the writer began, and as it is saved now. */
export type NoteTexts = { readonly typed: string; readonly from: string; readonly saved: string };

/**
 * Whether what was typed would take the place of another note that was saved since the writer began. Spaces and empty
 * lines at both ends do not count: they are not kept.
 */
export function notesClash({ typed, from, saved }: NoteTexts): boolean {
  const [mine, before, now] = [typed, from, saved].map((text) => text.trim());
  return now !== before && mine !== before && mine !== now;
}

/** What the field holds once `saved` is known: that, as long as nothing else was typed; else what was typed. */
export function settleNote({ typed, from, saved }: NoteTexts): string {
  return typed.trim() === from.trim() ? saved : typed;
}
