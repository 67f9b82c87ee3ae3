"use server";

import { refresh } from "next/cache";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { endSessionSchema } from "#lib/auth/schema";
import { sessionCookieName } from "#lib/auth/session-cookie";
import { endSessions } from "#lib/auth/sessions";
import { profileSchema } from "#lib/people/schema";
import { updateProfile } from "#lib/people/usecases/update-profile";
import { parseForm, runAction } from "#lib/web/action";
import type { ActionState } from "#lib/web/action-state";
import { requireActor } from "#lib/web/session";

export async function updateProfileAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const actor = await requireActor();
    await updateProfile(actor, parseForm(profileSchema, form));
    refresh();
    return "me.saved";
  }, form);
}

export async function endSessionAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const actor = await requireActor();
    await endSessions(actor, parseForm(endSessionSchema, form));
    refresh();
    return "me.ended";
  }, form);
}

/** Ends every session, this one too. */
export async function signOutEverywhereAction(): Promise<ActionState> {
  return runAction(async () => {
    await endSessions(await requireActor(), "all");
    (await cookies()).delete(sessionCookieName());
    redirect("/sign-in");
  });
}
