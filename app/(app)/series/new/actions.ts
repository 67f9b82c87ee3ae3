"use server";

import { redirect } from "next/navigation";
import { proposeSeriesFormSchema } from "#lib/series/schema";
import { proposeSeries } from "#lib/series/usecases/propose-series";
import { parseForm, runAction } from "#lib/web/action";
import type { ActionState } from "#lib/web/action-state";
import { requireActor } from "#lib/web/session";

export async function proposeSeriesAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const actor = await requireActor();
    const reference = await proposeSeries(actor, parseForm(proposeSeriesFormSchema, form));
    redirect(`/series/${reference}`);
  }, form);
}
