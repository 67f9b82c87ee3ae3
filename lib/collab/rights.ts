import type { Connection, Hocuspocus } from "@hocuspocus/server";
import { isAppError } from "#lib/kernel/errors";
import { CLOSE } from "./documents.ts";
import { admitVisitor, type Visitor } from "./visitor.ts";

/** Rights are asked again this often: a right taken away ends within half of the promised 30 seconds. */
export const RIGHTS_EVERY_MS = 10_000;

/** Closes the sockets of everybody whose session ended or whose rights are no longer what they were at the door. */
export async function reviewRights(documents: Hocuspocus<Visitor>): Promise<void> {
  for (const document of documents.documents.values())
    for (const connection of document.getConnections()) await review(connection, document.name);
}

async function review(connection: Connection<Visitor>, room: string): Promise<void> {
  try {
    const { mayWrite } = await admitVisitor(connection.context, room);
    if (mayWrite === connection.readOnly) connection.webSocket.close(CLOSE.rightsChanged, "rights changed");
  } catch (error) {
    if (!isAppError(error)) return; // the database does not answer, and takes no changes either
    connection.readOnly = true; // what is already under way on this socket does not count any more
    const signedOut = error.code === "unauthenticated";
    connection.webSocket.close(signedOut ? CLOSE.signedOut : CLOSE.forbidden, error.code);
  }
}
