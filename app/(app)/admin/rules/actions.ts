"use server";

import { refresh } from "next/cache";
import { changeRuleSchema } from "#lib/rules/schema";
import { changeRule } from "#lib/rules/usecases/change-rule";
import { parseForm, runAction } from "#lib/web/action";
import type { ActionState } from "#lib/web/action-state";
import { requireActor } from "#lib/web/session";

export async function changeRuleAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    await changeRule(await requireActor(), parseForm(changeRuleSchema, form));
    refresh();
    return "ruleBook.done";
  }, form);
}
