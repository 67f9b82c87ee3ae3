import { EventEmitter } from "node:events";
import { createServer, type Server } from "node:http";
import { openDatabase } from "#lib/db/embedded";
import { migrate } from "#lib/db/migrate";

const dev = process.argv.includes("--dev");
// React and Next choose their build by NODE_ENV when they load; nothing above loads them.
Object.assign(process.env, { NODE_ENV: dev ? "development" : "production", NEXT_TELEMETRY_DISABLED: "1" });
const port = Number(process.env.PORT ?? 3000);
const hostname = process.env.HOST ?? "127.0.0.1";

const database = await openDatabase();
process.env.DATABASE_URL = database.url;
await migrate(database.url);

// These read DATABASE_URL when they load, hence not before now.
const { db } = await import("#lib/db/client");
const { default: next } = await import("next");

// Next attaches its upgrade listener to this and not to our server, so it cannot close our sockets.
const shield = new EventEmitter();
const app = next({ dev, port, hostname, httpServer: shield as Server });
await app.prepare();
const handle = app.getRequestHandler();

const server = createServer((request, response) => {
  handle(request, response).catch((error: unknown) => {
    console.error(error);
    response.destroy();
  });
});
server.listen(port, hostname, () => console.log(`Liaise answers at http://localhost:${port}`));

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return; // Ctrl-C reaches us from the terminal and again from npm
  stopping = true;
  server.close();
  server.closeIdleConnections();
  await app.close();
  await db.$disconnect();
  await database.close();
  process.exit(0);
}
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void stop());
