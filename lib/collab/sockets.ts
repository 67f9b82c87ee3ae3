import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { setTimeout } from "node:timers/promises";
import { type WebSocket, WebSocketServer } from "ws";
import { once } from "#lib/kernel/once";
import { startListening, stopListening } from "./bus.ts";
import { CLOSE, openDocuments } from "./documents.ts";
import { isSoundFrame, MAX_FRAME_BYTES } from "./frames.ts";
import { collabPool } from "./pool.ts";
import { reviewRights, RIGHTS_EVERY_MS } from "./rights.ts";
import { socketQuerySchema } from "./schema.ts";
import { findVisitor, type Visitor } from "./visitor.ts";

const sockets = once("collab.sockets", () => ({
  server: new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES, perMessageDeflate: false }),
  review: null as NodeJS.Timeout | null,
  stopping: false,
}));

/**
 * Takes a request for `/collab?schema=N` over from the HTTP server.
 *
 * It becomes a socket when it comes from our own pages (Origin), from somebody signed in (session cookie), with an
 * editor that says its schema version; else it gets 403, 401 or 400 and the connection ends. Which rooms the person
 * may enter is asked when a room is entered, and again every ten seconds.
 */
export async function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
  socket.on("error", () => socket.destroy());
  if (sockets.stopping) return refuse(socket, "503 Service Unavailable");
  if (!isOwnOrigin(request.headers.origin)) return refuse(socket, "403 Forbidden");
  const { searchParams } = new URL(request.url ?? "", "http://localhost");
  const query = socketQuerySchema.safeParse(Object.fromEntries(searchParams));
  if (!query.success) return refuse(socket, "400 Bad Request");

  const cookie = request.headers.cookie ?? "";
  const actor = await findVisitor(cookie).catch(() => "unavailable" as const);
  if (actor === "unavailable") return refuse(socket, "503 Service Unavailable");
  if (!actor) return refuse(socket, "401 Unauthorized");

  startListening();
  sockets.review ??= setInterval(() => void reviewRights(openDocuments()), RIGHTS_EVERY_MS).unref();
  const visitor = { personId: actor.id, name: actor.name, cookie, schemaVersion: query.data.schema };
  sockets.server.handleUpgrade(request, socket, head, (webSocket) => attend(webSocket, visitor));
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** A page of another site may open sockets to us with our visitor's cookie; a browser then names that site here. */
function isOwnOrigin(origin: string | undefined): boolean {
  const base = process.env.BASE_URL || process.env.AUTH_URL;
  return base !== undefined && origin === new URL(base).origin;
}

function attend(webSocket: WebSocket, visitor: Visitor): void {
  // Nothing of the request is needed further in; the cookie stays in the visitor.
  const client = openDocuments().handleConnection(webSocket, new Request("http://localhost/collab"), visitor);
  webSocket.on("message", (data: Buffer, isBinary) => {
    const bytes = new Uint8Array(data);
    if (isBinary && isSoundFrame(bytes)) client.handleMessage(bytes);
    else webSocket.close(CLOSE.garbage, "not understood");
  });
  webSocket.on("close", (code, reason) => client.handleClose({ code, reason: reason.toString() }));
  webSocket.on("error", () => webSocket.terminate());
}

const GRACE_MS = 3_000;

/**
 * Ends every socket and gives the connections to the database back. What is under way is written first; what is
 * not acknowledged stays with the browsers, which come again. The server stops afterwards.
 */
export async function closeSockets(): Promise<void> {
  sockets.stopping = true;
  if (sockets.review) clearInterval(sockets.review);
  const documents = openDocuments();
  for (const webSocket of sockets.server.clients) webSocket.close(CLOSE.stopping, "stopping");
  documents.flushPendingStores();
  const until = Date.now() + GRACE_MS;
  while (Date.now() < until && (documents.getDocumentsCount() > 0 || sockets.server.clients.size > 0))
    await setTimeout(20);
  for (const webSocket of sockets.server.clients) webSocket.terminate();
  await stopListening();
  await collabPool().end();
}
