import pg from "pg";
import { once } from "#lib/kernel/once";

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 10_000;

/** A PostgreSQL channel; its name is written into SQL as it stands. */
export type Channel = "outbox" | "liaise_polls";

/** Hears what came by a channel; null when the connection is new, since something may have been missed. */
export type Ear = (payload: string | null) => void;

// One connection for the whole process, also for the second copy of this file that Next bundles.
const line = once("db.line", () => ({
  ears: new Set<{ readonly channel: Channel; readonly hear: Ear }>(),
  client: null as pg.Client | null,
  again: undefined as NodeJS.Timeout | undefined,
  failures: 0,
}));

/**
 * Calls `hear` for each notification on a channel, and after each (re)connection. All who listen in this process
 * share one connection; a lost one is opened again for as long as it takes, ever more patiently.
 */
export function listenTo(channel: Channel, hear: Ear): { readonly stop: () => Promise<void> } {
  const ear = { channel, hear };
  line.ears.add(ear);
  if (!line.client && !line.again) void connect();
  else if (line.client) void subscribe(line.client, channel);
  return {
    async stop() {
      line.ears.delete(ear);
      if (line.ears.size > 0) return;
      clearTimeout(line.again);
      line.again = undefined;
      const last = line.client;
      line.client = null;
      await last?.end().catch(() => undefined);
    },
  };
}

async function connect(): Promise<void> {
  const mine = new pg.Client({
    connectionString: process.env.DATABASE_URL,
    ...{ connectionTimeoutMillis: 5_000, keepAlive: true, application_name: "liaise-listen" },
  });
  line.again = undefined;
  line.client = mine;
  mine.on("notification", ({ channel, payload }) => tell(channel, payload ?? ""));
  mine.on("error", () => reconnect(mine));
  mine.on("end", () => reconnect(mine));
  try {
    await mine.connect();
    line.failures = 0;
    for (const channel of new Set([...line.ears].map((ear) => ear.channel))) await subscribe(mine, channel);
  } catch {
    reconnect(mine);
  }
}

async function subscribe(client: pg.Client, channel: Channel): Promise<void> {
  try {
    await client.query(`LISTEN ${channel}`);
    tell(channel, null);
  } catch {
    reconnect(client);
  }
}

function tell(channel: string, payload: string | null): void {
  for (const ear of line.ears) if (ear.channel === channel) ear.hear(payload);
}

function reconnect(lost: pg.Client): void {
  if (line.client !== lost) return;
  line.client = null;
  lost.end().catch(() => undefined);
  if (line.ears.size === 0) return;
  const wait = Math.min(FIRST_WAIT_MS * 2 ** line.failures, LONGEST_WAIT_MS);
  line.failures += 1;
  line.again = setTimeout(() => void connect(), wait);
}
