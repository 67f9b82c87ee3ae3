"use server";

import { refresh } from "next/cache";
import { saveAgendaSchema } from "#lib/agendas/schema";
import { saveAgenda } from "#lib/agendas/usecases/save-agenda";
import { parseForm, runAction } from "#lib/web/action";
import type { ActionState } from "#lib/web/action-state";
import { requireActor } from "#lib/web/session";

/** What was typed is not sent back: the editor keeps it, whatever the answer. */
export async function saveAgendaAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const actor = await requireActor();
    const input = parseForm(saveAgendaSchema, form);
    try {
      await saveAgenda(actor, input);
    } finally {
      refresh(); // also after a conflict: the page then shows what the other person saved
    }
    return "agendas.saved";
  });
}
