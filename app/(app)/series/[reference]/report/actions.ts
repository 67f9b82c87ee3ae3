"use server";

import { refresh } from "next/cache";
import { startReportSchema } from "#lib/reports/schema";
import { startReport } from "#lib/reports/usecases/start-report";
import { parseForm, runAction } from "#lib/web/action";
import type { ActionState } from "#lib/web/action-state";
import { requireActor } from "#lib/web/session";

/** A co-chair begins the draft report. */
export async function startReportAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const { reference } = parseForm(startReportSchema, form);
    await startReport(await requireActor(), reference);
    refresh();
    return "reports.begun";
  }, form);
}
