import type { Upgrade } from "./door.ts";

/** What the process needs of the editing of documents by several people. */
export type Collaboration = {
  readonly upgrade: Upgrade;
  /** Closes the sockets, and keeps what was received. */
  closeSockets(): Promise<void> | void;
};

/**
 * Loads the collaboration socket and says who keeps its rooms. It reads DATABASE_URL when it loads: call it after the
 * database is open.
 */
export async function loadCollaboration(): Promise<Collaboration> {
  const { keepRooms } = await import("#lib/collab/keepers");
  const { admitToReport } = await import("#lib/reports/usecases/admit-to-report");
  keepRooms("report", admitToReport);
  return import("#lib/collab/sockets");
}
