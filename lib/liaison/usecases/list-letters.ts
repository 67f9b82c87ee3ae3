import { db } from "#lib/db/client";
import { mayRecordLetters, maySeeLetter } from "#lib/liaison/domain/policy";
import { type LetterEntry, sharedBy } from "#lib/liaison/domain/register";
import { listLetters as listAll } from "#lib/liaison/store";
import type { Actor } from "#lib/people/domain/actor";

/** The register: the letters this person may see, newest first, and whether they may add one. */
export async function listLetters(actor: Actor): Promise<{ letters: LetterEntry[]; mayRecord: boolean }> {
  const letters = await listAll(db);
  return {
    letters: letters.filter((letter) => maySeeLetter(actor, sharedBy(letter))),
    mayRecord: mayRecordLetters(actor),
  };
}
