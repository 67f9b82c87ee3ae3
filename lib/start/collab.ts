import type { Upgrade } from "./door.ts";
import { seam } from "./seam.ts";

/** What the process needs of the editing of documents by several people. */
export type Collaboration = {
  readonly upgrade: Upgrade;
  /** Closes the sockets, and keeps what was received. */
  closeSockets(): Promise<void> | void;
};

/** Loads the collaboration socket. It reads DATABASE_URL when it loads: call it after the database is open. */
export async function loadCollaboration(): Promise<Collaboration> {
  const name = "#lib/collab/sockets";
  return (await seam<Collaboration>(() => import(name))) ?? { upgrade: refuse, closeSockets: () => {} };
}

const refuse: Upgrade = (_request, socket) => {
  socket.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
};
