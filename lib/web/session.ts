import { headers } from "next/headers";
import { cache } from "react";
import { findSignedIn } from "#lib/auth/session";
import { AppError } from "#lib/kernel/errors";
import type { Actor } from "#lib/people/domain/actor";

/** The signed-in person, or null. One look-up a render; actions and route handlers read again at every call. */
export const findCurrentActor = cache(async (): Promise<Actor | null> => {
  return findSignedIn((await headers()).get("cookie"));
});

/** The signed-in person. @throws AppError `unauthenticated` when nobody is signed in. */
export async function requireActor(): Promise<Actor> {
  const actor = await findCurrentActor();
  if (!actor) throw new AppError("unauthenticated", "refusal.unauthenticated");
  return actor;
}
