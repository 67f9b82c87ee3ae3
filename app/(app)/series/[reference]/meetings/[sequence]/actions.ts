"use server";

import { refresh } from "next/cache";
import { joiningLinkSchema } from "#lib/meetings/schema";
import { setJoiningLink } from "#lib/meetings/usecases/set-joining-link";
import { parseForm, runAction } from "#lib/web/action";
import type { ActionState } from "#lib/web/action-state";
import { requireActor } from "#lib/web/session";

export async function setJoiningLinkAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const actor = await requireActor();
    const input = parseForm(joiningLinkSchema, form);
    await setJoiningLink(actor, input);
    refresh();
    return input.joiningLink ? "meetings.joiningDone" : "meetings.joiningRemoved";
  }, form);
}
