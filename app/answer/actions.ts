"use server";

import { refresh } from "next/cache";
import { isAppError } from "#lib/kernel/errors";
import { say } from "#lib/kernel/words";
import { clockIn, GENEVA } from "#lib/kernel/zone";
import { answerPollSchema } from "#lib/scheduling/schema";
import { answerPoll } from "#lib/scheduling/usecases/answer-poll";
import type { Answerer } from "#lib/scheduling/usecases/find-answerer";
import { parseInput, runAction } from "#lib/web/action";
import type { ActionState } from "#lib/web/action-state";
import { signedInAnswerer } from "#lib/web/answerer";

/** The form of somebody who holds a personal link. */
export async function answerByLinkAction(_: ActionState, form: FormData): Promise<ActionState> {
  return save(form, async () => ({ token: String(form.get("token") ?? "") }));
}

/** The form of somebody who is signed in. */
export async function answerSignedInAction(_: ActionState, form: FormData): Promise<ActionState> {
  return save(form, () => signedInAnswerer(form));
}

async function save(form: FormData, findOut: () => Promise<Answerer>): Promise<ActionState> {
  return runAction(async () => {
    const now = new Date();
    try {
      await answerPoll(await findOut(), parseInput(answerPollSchema, filledIn(form)), now);
    } catch (error) {
      if (isAppError(error) && error.code === "conflict") refresh(); // show the slots as they are now
      throw error;
    }
    refresh();
    return say("answering.saved", { clock: clockIn(now, GENEVA) });
  }, form);
}

/** The form as the schema has it: one field a slot becomes answers by slot id. */
function filledIn(form: FormData) {
  const answers = [...form].filter(([name]) => name.startsWith("answer."));
  const seen = String(form.get("seen") ?? "").trim();
  return {
    slotsVersion: form.get("slotsVersion"),
    version: form.get("version"),
    seen: seen === "" ? [] : seen.split(" "),
    answers: Object.fromEntries(answers.map(([name, value]) => [name.slice("answer.".length), value])),
    note: form.get("note") ?? "",
    noteFrom: form.get("noteFrom") ?? undefined,
  };
}
