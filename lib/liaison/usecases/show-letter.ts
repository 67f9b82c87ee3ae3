import { db } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import { maySeeLetter } from "#lib/liaison/domain/policy";
import { type Letter, sharedBy } from "#lib/liaison/domain/register";
import { getLetter } from "#lib/liaison/store";
import type { Actor } from "#lib/people/domain/actor";

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** A letter of the register. @throws AppError `not_found` when there is none or it is not for this person. */
export async function showLetter(actor: Actor, id: string): Promise<Letter> {
  const letter = UUID.test(id) ? await getLetter(db, id) : null;
  if (!letter || !maySeeLetter(actor, sharedBy(letter))) throw new AppError("not_found", "refusal.notFound");
  return letter;
}
