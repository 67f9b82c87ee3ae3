import type { Db } from "#lib/db/client";

/** The channel on which every process hears which poll changed. */
export const POLLS_CHANNEL = "liaise_polls";

/**
 * Tells all who look at the poll that something of it changed: once the transaction is kept, and not when it is not.
 * Nothing of the change itself travels; whoever hears of it asks for what that person may see.
 */
export async function tellPollChanged(db: Db, pollId: string): Promise<void> {
  await db.$executeRaw`select pg_notify(${POLLS_CHANNEL}, ${pollId})`;
}
