import { EventEmitter } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import type { Server } from "node:http";
import { StartError } from "#lib/kernel/start-error";
import { say } from "#lib/kernel/words";
import { captureConsole, log } from "#lib/log/log";
import { prepareSettings } from "#lib/settings/prepare";
import type { Settings } from "#lib/settings/settings";
import { openDoor } from "#lib/start/door";
import { beginLifetime, type Lifetime } from "#lib/start/lifetime";

const dev = process.argv.includes("--dev");
const life = beginLifetime();

/** Starts the product as the command line says. Ends the process when it cannot. */
export async function serve(): Promise<void> {
  // React and Next choose their build by NODE_ENV when they load; nothing above loads them.
  Object.assign(process.env, { NODE_ENV: dev ? "development" : "production", NEXT_TELEMETRY_DISABLED: "1" });
  try {
    await start(prepareSettings({ demo: process.argv.includes("--demo") }));
  } catch (error) {
    await life.fail(error);
  }
}

async function start(settings: Settings): Promise<void> {
  if (!dev && !existsSync(".next/BUILD_ID")) throw new StartError(say("start.noBuild"));
  log.level = settings.logLevel;
  if (!dev) captureConsole();
  if (!dev) keepBuiltConfig();
  const door = await life.open(
    () => openDoor(settings),
    (opened) => opened.close(),
  );
  await openData(settings, life);

  const { startJobs } = await import("#lib/jobs/start");
  await life.open(startJobs, (jobs) => jobs.stop());
  const { loadCollaboration } = await import("#lib/start/collab");
  const collaboration = await life.open(loadCollaboration, (opened) => opened.closeSockets());

  // Next attaches its upgrade listener to this and not to our server, so it cannot close our sockets.
  const shield = new EventEmitter();
  const { default: next } = await import("next");
  const app = next({ dev, port: settings.port, hostname: settings.host, httpServer: shield as Server });
  await life.open(
    () => app.prepare(),
    () => app.close(),
  );
  await life.open(
    () => import("#lib/web/event-stream"),
    ({ endStreams }) => endStreams(),
  );
  door.serve({
    answer: app.getRequestHandler(),
    upgrade: collaboration.upgrade,
    otherUpgrades: dev ? shield : null,
  });
  const { announceStart } = await import("#lib/start/announce");
  await announceStart(settings);
  log.info({ port: settings.port, demo: settings.demo, node: process.version }, "started");
}

/**
 * Gives Next its configuration as it was built, as the server does that Next itself makes for `output: "standalone"`.
 * Else it reads next.config.ts at every start and loads two compilers for that, which stay in memory.
 */
function keepBuiltConfig(): void {
  const { config } = JSON.parse(readFileSync(".next/required-server-files.json", "utf8"));
  process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config);
}

/** Opens the database, brings it up to date and puts in what every installation has. */
async function openData(settings: Settings, { open }: Lifetime): Promise<void> {
  const { openDatabase } = await import("#lib/db/embedded");
  const { migrate } = await import("#lib/db/migrate");
  const database = await open(openDatabase, (opened) => opened.close());
  process.env.DATABASE_URL = database.url;
  await open(
    () => migrate(database.url),
    () => {},
  );
  // This reads DATABASE_URL when it loads, hence not before now.
  const { db } = await import("#lib/db/client");
  await open(
    async () => db,
    (client) => client.$disconnect(),
  );
  const { seed } = await import("#lib/start/seed");
  await open(
    () => seed(settings),
    () => {},
  );
}
