import { type Db, type Prisma, sql } from "#lib/db/client";

/** The channel on which every process hears which poll changed. */
export const POLLS_CHANNEL = "liaise_polls";

/**
 * Tells all who look at the poll that something of it changed: once the transaction is kept, and not when it is not.
 * Nothing of the change itself travels; whoever hears of it asks for what that person may see.
 */
export async function tellPollChanged(db: Db, pollId: string): Promise<void> {
  await db.$executeRaw`select pg_notify(${POLLS_CHANNEL}, ${pollId})`;
}

/** The same as one piece of SQL; `from` names the rows without which nothing is told. */
export const tellChange = (pollId: string, from: Prisma.Sql): Prisma.Sql =>
  sql`select pg_notify(${POLLS_CHANNEL}, ${pollId})::text as told from ${from}`;
