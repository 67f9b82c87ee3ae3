"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { joinPollSchema } from "#lib/scheduling/schema";
import { confirmNewcomer } from "#lib/scheduling/usecases/confirm-newcomer";
import { joinPoll } from "#lib/scheduling/usecases/join-poll";
import { parseForm, runAction } from "#lib/web/action";
import type { ActionState } from "#lib/web/action-state";
import { nameBrowser, readNetwork } from "#lib/web/asker";

/** Asks for a link by mail. The answer is the same for every address. */
export async function joinPollAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const input = parseForm(joinPollSchema, form);
    await joinPoll(input, { browser: await nameBrowser(), network: await readNetwork() });
    redirect("/poll/sent" as Route);
  }, form);
}

/** Confirms an address and goes to the sheet. */
export async function confirmNewcomerAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const token = await confirmNewcomer(String(form.get("token") ?? ""));
    redirect(`/answer/${token}` as Route);
  });
}
