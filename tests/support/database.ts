import { execFileSync } from "node:child_process";
import { openDatabase } from "#lib/db/embedded";

/** One PostgreSQL for the whole run, in a folder of its own. Test files inherit DATABASE_URL. */
export async function setup(): Promise<() => Promise<void>> {
  process.env.LIAISE_DATA = ".data/test";
  const database = await openDatabase();
  process.env.DATABASE_URL = database.url;
  // In a process of its own: the migration engine would keep this one alive for ten seconds.
  execFileSync(process.execPath, ["tests/support/migrate.ts"], { stdio: "inherit" });
  return () => database.close();
}
