import { db } from "#lib/db/client";
import { migrationNames } from "#lib/db/migration-names";

/** Migrations of this version that the database does not have. Throws when the database does not answer. */
export async function listMissingMigrations(): Promise<string[]> {
  const rows = await db.$queryRaw<{ name: string }[]>`
    select migration_name as name from _prisma_migrations
    where finished_at is not null and rolled_back_at is null`;
  const applied = new Set(rows.map(({ name }) => name));
  return migrationNames().filter((name) => !applied.has(name));
}

export type OutboxState = {
  readonly waiting: number;
  /** When the oldest waiting mail was written; null when none waits. */
  readonly oldestAt: Date | null;
  /** Since when the mail that is due longest should have been tried; null when none is due. */
  readonly dueSince: Date | null;
};

/** What waits in the outbox. */
export async function getOutboxState(now: Date): Promise<OutboxState> {
  const waiting = await db.outboxMail.aggregate({
    where: { state: "waiting" },
    _count: true,
    _min: { createdAt: true, nextAttemptAt: true },
  });
  const dueSince = waiting._min.nextAttemptAt;
  return {
    waiting: waiting._count,
    oldestAt: waiting._min.createdAt,
    dueSince: dueSince && dueSince <= now ? dueSince : null,
  };
}
