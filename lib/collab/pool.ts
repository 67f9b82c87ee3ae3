import pg from "pg";
import { once } from "#lib/kernel/once";

/**
 * Two connections of their own for the log: typing never waits for the pages, nor they for it.
 *
 * A database that hangs must not keep a writer waiting for ever: after ten seconds the write counts as failed, the
 * socket closes and the browser sends again what was not acknowledged.
 */
export function collabPool(): pg.Pool {
  return once("collab.pool", () => {
    const pool = new pg.Pool({ ...address(), max: 2, query_timeout: 10_000 });
    pool.on("error", () => {}); // without a listener a restart of PostgreSQL ends this process
    return pool;
  });
}

/** A connection outside the pool, not yet open: the one that listens. */
export function collabClient(): pg.Client {
  return new pg.Client({ ...address(), keepAlive: true });
}

const address = () => ({
  connectionString: process.env.DATABASE_URL,
  connectionTimeoutMillis: 5_000,
  application_name: "liaise-collab",
});
