import { db } from "#lib/db/client";

/**
 * Empties every table, whatever refuses deletion. For tests only.
 *
 * Row by row with triggers and foreign keys asleep: for the few rows of a test that is many times faster than
 * `truncate`, which makes every table and index anew.
 */
export async function emptyDatabase(): Promise<void> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    select quote_ident(tablename) as name from pg_tables
    where schemaname = 'public' and tablename <> '_prisma_migrations'`;
  const deletions = tables.map(({ name }) => `delete from ${name};`).join(" ");
  await db.$executeRawUnsafe(`do $$ begin set local session_replication_role = replica; ${deletions} end $$`);
}
