import pg from "pg";

const RECONNECT_MS = 1_000;

/**
 * Calls `onNotify` for each notification on a PostgreSQL channel, and after each (re)connection, since one may
 * have been missed. A lost connection is opened again for as long as it takes.
 */
export function listenTo(channel: "outbox", onNotify: () => void): { readonly stop: () => Promise<void> } {
  let client: pg.Client | null = null;
  let again: NodeJS.Timeout | undefined;
  let stopped = false;

  async function connect(): Promise<void> {
    const mine = new pg.Client({
      connectionString: process.env.DATABASE_URL,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    client = mine;
    mine.on("notification", onNotify);
    mine.on("error", () => reconnect(mine));
    mine.on("end", () => reconnect(mine));
    try {
      await mine.connect();
      await mine.query(`LISTEN ${channel}`);
      onNotify();
    } catch {
      reconnect(mine);
    }
  }

  function reconnect(lost: pg.Client): void {
    if (stopped || client !== lost) return;
    client = null;
    lost.end().catch(() => undefined);
    again = setTimeout(() => void connect(), RECONNECT_MS);
  }

  void connect();
  return {
    async stop() {
      stopped = true;
      clearTimeout(again);
      await client?.end().catch(() => undefined);
    },
  };
}
