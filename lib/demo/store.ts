import type { Db, Prisma } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import type { CastMember } from "./domain/cast.ts";
import type { MailRow, MailView } from "./domain/mailbox.ts";

/** Everybody there is. The database of the demonstration holds fictional people only. */
export async function listCast(db: Db): Promise<CastMember[]> {
  const people = await db.person.findMany({
    orderBy: { name: "asc" },
    select: {
      id: true,
      name: true,
      roleHoldings: { select: { role: true, group: { select: { reference: true } } } },
      seriesMembers: { where: { role: "co_chair" }, select: { id: true } },
    },
  });
  return people.map(({ id, name, roleHoldings, seriesMembers }) => ({
    ...{ id, name, isCoChair: seriesMembers.length > 0 },
    roles: roleHoldings.map(({ role, group }) => ({ role, group: group ? group.reference : null })),
  }));
}

/** Whether there is such a person. */
export async function isPerson(db: Db, id: string): Promise<boolean> {
  return (await db.person.count({ where: { id } })) === 1;
}

/** Whose mails: those written before the one given, to the address given. */
export type MailFilter = { readonly before?: string | undefined; readonly to?: string | undefined };

const whereOf = ({ before, to }: MailFilter) => ({
  ...(before !== undefined && { id: { lt: before } }),
  ...(to !== undefined && { toAddress: to }),
});

/** Mails, newest first. */
export async function listMailRows(db: Db, filter: MailFilter, limit: number): Promise<MailRow[]> {
  const rows = await db.outboxMail.findMany({
    where: whereOf(filter),
    orderBy: { id: "desc" },
    take: limit,
    omit: { text: true },
  });
  return rows.map(toMailRow);
}

export async function countMailRows(db: Db, filter: MailFilter): Promise<number> {
  return db.outboxMail.count({ where: whereOf(filter) });
}

/** @throws AppError `not_found` when there is no such mail. */
export async function getMail(db: Db, id: string, from: MailView["from"]): Promise<MailView> {
  const row = await db.outboxMail.findUnique({ where: { id } });
  if (!row) throw new AppError("not_found", "refusal.notFound");
  return {
    ...{ ...toMailRow(row), from, text: row.text, messageId: row.messageId },
    replyTo: row.replyTo as MailView["from"][],
    attachments: attachmentsOf(row).map(({ fileName, content }) => ({
      fileName,
      bytes: Buffer.byteLength(content, "base64"),
    })),
  };
}

type Attachment = { readonly fileName: string; readonly contentType: string; readonly content: string };

/** @throws AppError `not_found` when there is no such mail or it has no such attachment. */
export async function getAttachment(db: Db, id: string, index: number): Promise<Attachment> {
  const row = await db.outboxMail.findUnique({ where: { id }, select: { attachments: true } });
  const attachment = row && attachmentsOf(row)[index];
  if (!attachment) throw new AppError("not_found", "refusal.notFound");
  return attachment;
}

const attachmentsOf = (row: { attachments: Prisma.JsonValue }) => row.attachments as Attachment[];

function toMailRow(row: Omit<Prisma.OutboxMailGetPayload<object>, "text">): MailRow {
  const { id, toName, toAddress, subject, createdAt } = row;
  return { id, toName, toAddress, subject, writtenAt: createdAt, attachmentCount: attachmentsOf(row).length };
}
