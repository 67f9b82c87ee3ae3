import { AppError } from "#lib/kernel/errors";

type Asker = { readonly isAdministrator: boolean };

/** Everybody who is signed in reads the rules; administrators change them. */
export function mayChangeRules(actor: Asker): boolean {
  return actor.isAdministrator;
}

/** @throws AppError `forbidden` when {@link mayChangeRules} says no. */
export function requireMayChangeRules(actor: Asker): void {
  if (!mayChangeRules(actor)) throw new AppError("forbidden", "refusal.forbidden");
}
