import type { Db } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import type { OutboxRow } from "./domain/delivery.ts";

/** The mails of an announcement, in the order in which they were written. */
export async function listMailsOf(db: Db, announcementId: string): Promise<OutboxRow[]> {
  const rows = await db.outboxMail.findMany({
    where: { announcementId },
    orderBy: { id: "asc" },
    omit: { text: true, attachments: true },
  });
  return rows.map((row) => ({
    ...{ id: row.id, name: row.toName, address: row.toAddress, attempts: row.attempts },
    ...{ nextAttemptAt: row.nextAttemptAt, lastError: row.lastError, sentAt: row.sentAt },
    state: row.state as OutboxRow["state"],
  }));
}

/**
 * Makes a mail that was given up due again, in the transaction of whoever asks for it.
 *
 * @throws AppError `not_found` when the announcement has no such mail, `conflict` when it was not given up.
 */
export async function retryMail(
  db: Db,
  mail: { readonly id: string; readonly announcementId: string },
  now: Date,
): Promise<void> {
  const row = await db.outboxMail.findFirst({ where: mail, select: { state: true } });
  if (!row) throw new AppError("not_found", "refusal.notFound");
  if (row.state !== "failed") throw new AppError("conflict", "refusal.conflict");
  await db.outboxMail.update({ where: { id: mail.id }, data: { state: "waiting", nextAttemptAt: now } });
  await db.$executeRaw`NOTIFY outbox`;
}
