import { Hocuspocus, type onAuthenticatePayload, type beforeSyncPayload } from "@hocuspocus/server";
import * as Y from "yjs";
import { isAppError } from "#lib/kernel/errors";
import { once } from "#lib/kernel/once";
import { compactLog } from "./compact.ts";
import { appendChange, applyParts, readParts } from "./log.ts";
import { signPresence } from "./presence.ts";
import { roomSchema } from "./schema.ts";
import { admitVisitor, type Visitor } from "./visitor.ts";

/** Close codes of our sockets; the editor tells the reader what they mean. */
export const CLOSE = {
  /** A change could not be written; it was not applied and not acknowledged. Connect again later. */
  storage: 1013,
  /** A message that our editor does not send. */
  garbage: 1008,
  stopping: 1001,
  /** Rights changed: connect again and learn the new ones. */
  rightsChanged: 4205,
  signedOut: 4401,
  forbidden: 4403,
} as const;

/** The documents that are open in this process, and who is in them. */
export function openDocuments(): Hocuspocus<Visitor> {
  return once(
    "collab.documents",
    () =>
      new Hocuspocus<Visitor>({
        quiet: true,
        debounce: 2_000,
        maxDebounce: 10_000,
        timeout: 60_000,
        maxPendingDocuments: 1,
        maxUnauthenticatedQueueSize: 256 * 1024,
        onAuthenticate: enterRoom,
        onLoadDocument: async ({ documentName, document }) => {
          const parts = await readParts(idOf(documentName));
          const leftOut = applyParts(document, parts);
          if (leftOut > 0) console.error(`collab: ${leftOut} changes of ${documentName} cannot be read`);
        },
        beforeSync: logChange,
        beforeHandleAwareness: async (payload) => signPresence(payload),
        onStoreDocument: ({ documentName }) => shorten(documentName),
      }),
  );
}

/** Nothing is left to store, the log has it all. It is only shortened now and then, and that may wait. */
async function shorten(documentName: string): Promise<void> {
  await compactLog(idOf(documentName)).catch((error: unknown) => {
    console.error(
      `collab: ${documentName} was not compacted:`,
      error instanceof Error ? error.message : error,
    );
  });
}

const idOf = (name: string) => roomSchema.parse(name).documentId;

async function enterRoom({
  context,
  documentName,
  connectionConfig,
}: onAuthenticatePayload<Visitor>): Promise<Pick<Visitor, "side">> {
  try {
    const { mayWrite, side } = await admitVisitor(context, documentName);
    connectionConfig.readOnly = !mayWrite;
    return { side };
  } catch (error) {
    // Hocuspocus passes `reason` on to the editor; an error without a message is not logged.
    throw Object.assign(new Error(""), { reason: isAppError(error) ? error.code : "unavailable" });
  }
}

const NOTHING_NEW = 2; // bytes of an update without content

/**
 * Writes a change into the log before it is applied, sent on or acknowledged. What "saved" means stands here.
 *
 * A reader's change is left to Hocuspocus, which neither applies nor acknowledges it.
 */
async function logChange(payload: beforeSyncPayload<Visitor>): Promise<void> {
  const { type, payload: bytes, connection, document, context, documentName } = payload;
  if (type === 0 || connection.readOnly || bytes.length <= NOTHING_NEW) return;
  if (type === 1 && Y.snapshotContainsUpdate(Y.snapshot(document), bytes)) return; // came back with nothing new
  try {
    await appendChange({ documentId: idOf(documentName), personId: context.personId, bytes });
  } catch {
    // The socket, not only the room: after a mere close message the editor would never come back.
    connection.webSocket.close(CLOSE.storage, "not saved");
    throw Object.assign(new Error(""), { code: CLOSE.storage, reason: "not saved" });
  }
}
