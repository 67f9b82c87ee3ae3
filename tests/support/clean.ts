import { db } from "#lib/db/client";

/** Empties every table, whatever refuses deletion. For tests only. */
export async function emptyDatabase(): Promise<void> {
  const rows = await db.$queryRaw<{ name: string }[]>`
    select quote_ident(tablename) as name from pg_tables
    where schemaname = 'public' and tablename <> '_prisma_migrations'`;
  await db.$executeRawUnsafe(`truncate ${rows.map(({ name }) => name).join(", ")} cascade`);
}
