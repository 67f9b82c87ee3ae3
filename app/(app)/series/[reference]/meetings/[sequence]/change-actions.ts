"use server";

import { refresh } from "next/cache";
import {
  askForAnotherTimeSchema,
  assentToChangeSchema,
  endAskingSchema,
  putChangeForwardSchema,
  takeChangeBackSchema,
} from "#lib/changes/schema";
import { askForAnotherTime } from "#lib/changes/usecases/ask-for-another-time";
import { assentToChange } from "#lib/changes/usecases/assent-to-change";
import { endAsking } from "#lib/changes/usecases/end-asking";
import { putChangeForward } from "#lib/changes/usecases/put-change-forward";
import { takeChangeBack } from "#lib/changes/usecases/take-change-back";
import { say } from "#lib/kernel/words";
import { act } from "#lib/web/act";
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

/** Asks people about other times; the boxes of times asked before are named after their slots. */
export async function askForAnotherTimeAction(_: ActionState, form: FormData): Promise<ActionState> {
  for (const name of [...form.keys()])
    if (name.startsWith("slot.")) form.append("slotIds[]", name.slice("slot.".length));
  return act(form, askForAnotherTimeSchema, async (actor, input) =>
    say("changes.done.asked", { people: await askForAnotherTime(actor, input) }),
  );
}

export async function endAskingAction(_: ActionState, form: FormData): Promise<ActionState> {
  return act(form, endAskingSchema, async (actor, input) => {
    await endAsking(actor, input);
    return input.how === "close" ? "changes.done.closed" : "changes.done.dropped";
  });
}
