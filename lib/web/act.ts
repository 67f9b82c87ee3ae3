import { refresh } from "next/cache";
import type * as z from "zod";
import type { WordKey, Words } from "#lib/kernel/words";
import type { Actor } from "#lib/people/domain/actor";
import { parseForm, runAction } from "./action.ts";
import type { ActionState } from "./action-state.ts";
import { requireActor } from "./session.ts";

/** Runs a use case for the signed-in person on a form of one schema, and shows the page anew. */
export function act<Schema extends z.ZodType>(
  form: FormData,
  schema: Schema,
  run: (actor: Actor, input: z.output<Schema>) => Promise<Words | WordKey>,
): Promise<ActionState> {
  return runAction(async () => {
    const words = await run(await requireActor(), parseForm(schema, form));
    refresh();
    return words;
  }, form);
}
