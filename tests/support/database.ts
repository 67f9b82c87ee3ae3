import { execFileSync } from "node:child_process";
import pg from "pg";
import { openDatabase } from "#lib/db/embedded";

/** One PostgreSQL for the whole run, in a folder of its own. Test files inherit DATABASE_URL. */
export async function setup(): Promise<() => Promise<void>> {
  process.env.LIAISE_DATA = ".data/test";
  const database = await openDatabase();
  process.env.DATABASE_URL = database.url;
  // In a process of its own: the migration engine would keep this one alive for ten seconds.
  execFileSync(process.execPath, ["tests/support/migrate.ts"], { stdio: "inherit" });
  await prepareServer(database.url, "Asia/Kathmandu");
  return () => database.close();
}

/**
 * A PostgreSQL that somebody else runs may live in any zone; code that relies on UTC there fails here. Nothing of
 * this database outlives the run, so it need not wait for the disk.
 */
async function prepareServer(url: string, timeZone: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`alter role current_user set timezone to '${timeZone}'`);
  await client.query("alter system set fsync = off");
  await client.query("select pg_reload_conf()");
  await client.end();
}
