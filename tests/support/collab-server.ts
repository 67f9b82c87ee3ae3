import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { keepRooms } from "#lib/collab/keepers";
import { upgrade } from "#lib/collab/sockets";
import { admitToReport } from "#lib/reports/usecases/admit-to-report";

/** A bare HTTP server that does nothing but the collaboration socket, on a free port; returns its address and how to end it. */
export async function serveSockets(): Promise<{ origin: string; stop: () => Promise<void> }> {
  keepRooms("report", admitToReport);
  const server = createServer().on("upgrade", (request, socket, head) => void upgrade(request, socket, head));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.env.BASE_URL = origin;
  return { origin, stop: () => new Promise((resolve) => server.close(() => resolve())) };
}

// Started as a process of its own: says where it answers and runs until it is ended.
if (import.meta.main) console.log(`ready ${(await serveSockets()).origin}`);
