"use server";

import type { Route } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { startSession } from "#lib/auth/start-session";
import { setUpSchema } from "#lib/people/schema";
import { setUpAdministrator } from "#lib/people/usecases/set-up-administrator";
import { parseForm, runAction } from "#lib/web/action";
import type { ActionState } from "#lib/web/action-state";
import { readDevice } from "#lib/web/asker";

/** Makes the first administrator and signs this browser in. */
export async function setUpAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const personId = await setUpAdministrator(parseForm(setUpSchema, form));
    (await cookies()).set(await startSession(personId, { method: "set_up", device: await readDevice() }));
    redirect("/groups" as Route);
  }, form);
}
