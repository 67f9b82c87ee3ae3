"use server";

import { refresh } from "next/cache";
import { openingSchema } from "#lib/scheduling/schema";
import { consentToOpening } from "#lib/scheduling/usecases/consent-to-opening";
import { parseForm, runAction } from "#lib/web/action";
import type { ActionState } from "#lib/web/action-state";
import { requireActor } from "#lib/web/session";

export async function consentToOpeningAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const isShown = await consentToOpening(await requireActor(), parseForm(openingSchema, form));
    refresh();
    return isShown ? "scheduling.page.openingDone" : "scheduling.page.openingGiven";
  }, form);
}
