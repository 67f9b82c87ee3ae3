import type { beforeHandleAwarenessPayload } from "@hocuspocus/server";
import { presenceSchema } from "./schema.ts";
import type { Visitor } from "./visitor.ts";

/**
 * Puts the true name and side into what a browser says of itself, and drops what it says of others.
 *
 * Only the caret's place is taken from the browser, and only in the form that the other editors can read.
 */
export function signPresence({
  states,
  document,
  connection,
  context,
}: Pick<beforeHandleAwarenessPayload<Visitor>, "states" | "document" | "connection" | "context">): void {
  if (!connection || !context) return;
  for (const [client, state] of [...states]) {
    const told = presenceSchema.safeParse(state);
    const owner = document.getConnections().find((other) => document.getClients(other).has(client));
    if (!told.success || (owner && owner.context.personId !== context.personId)) {
      states.delete(client);
      continue;
    }
    const { name, side, personId } = context;
    states.set(client, {
      cursor: told.data.cursor ?? null,
      user: { id: personId, name, side: side ?? null },
    });
  }
}
