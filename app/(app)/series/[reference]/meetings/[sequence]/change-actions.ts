"use server";

import { refresh } from "next/cache";
import { assentToChangeSchema, putChangeForwardSchema, takeChangeBackSchema } from "#lib/changes/schema";
import { assentToChange } from "#lib/changes/usecases/assent-to-change";
import { putChangeForward } from "#lib/changes/usecases/put-change-forward";
import { takeChangeBack } from "#lib/changes/usecases/take-change-back";
import { parseForm, runAction } from "#lib/web/action";
import type { ActionState } from "#lib/web/action-state";
import { requireActor } from "#lib/web/session";

export async function putChangeForwardAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    await putChangeForward(await requireActor(), parseForm(putChangeForwardSchema, form));
    refresh();
    return "changes.done.proposed";
  }, form);
}

export async function assentToChangeAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const isDone = await assentToChange(await requireActor(), parseForm(assentToChangeSchema, form));
    refresh();
    return isDone ? "changes.done.applied" : "changes.done.recorded";
  }, form);
}

export async function takeChangeBackAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    await takeChangeBack(await requireActor(), parseForm(takeChangeBackSchema, form));
    refresh();
    return "changes.done.takenBack";
  }, form);
}
