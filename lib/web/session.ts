import { headers } from "next/headers";
import { cache } from "react";
import { readSession } from "#lib/auth/session";
import { AppError } from "#lib/kernel/errors";
import type { Actor } from "#lib/people/domain/actor";
import { identifyActor } from "#lib/people/usecases/identify-actor";

/** The signed-in person, or null. One look-up a render; actions and route handlers read again at every call. */
export const findCurrentActor = cache(async (): Promise<Actor | null> => {
  const personId = await readSession((await headers()).get("cookie"));
  return personId ? identifyActor(personId) : null;
});

/** The signed-in person. @throws AppError `unauthenticated` when nobody is signed in. */
export async function requireActor(): Promise<Actor> {
  const actor = await findCurrentActor();
  if (!actor) throw new AppError("unauthenticated", "refusal.unauthenticated");
  return actor;
}
