import { db, type Prisma } from "#lib/db/client";
import type { Setback } from "./outcome.ts";
import type { MailAddress, MailAttachment } from "./post.ts";
import type { OutgoingMail } from "./transport.ts";

/** A mail that this worker alone may try until its lease ends. */
export type ClaimedMail = OutgoingMail & {
  readonly id: string;
  /** Counts the attempt that begins now. */
  readonly attempts: number;
  readonly createdAt: Date;
};

/** Kinds whose text holds a link that is as good as a password. */
const HOLDS_A_LINK = ["sign_in", "address_confirmation", "poll_invitation"];

/**
 * Takes the mail that has been due longest, or null when none is.
 *
 * Its next attempt moves to the end of the lease: no other worker takes it meanwhile, and when this one dies
 * the mail is due again by itself.
 */
export async function claimMail(now: Date, leaseMs: number): Promise<ClaimedMail | null> {
  const leaseEnds = new Date(now.getTime() + leaseMs).toISOString();
  const [claimed] = await db.$queryRaw<{ id: string }[]>`
    UPDATE outbox_mails SET attempts = attempts + 1, next_attempt_at = ${leaseEnds}::timestamptz
    WHERE id = (
      SELECT id FROM outbox_mails WHERE state = 'waiting' AND next_attempt_at <= ${now.toISOString()}::timestamptz
      ORDER BY next_attempt_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
    ) RETURNING id`;
  if (!claimed) return null;
  return toClaimed(await db.outboxMail.findUniqueOrThrow({ where: { id: claimed.id } }));
}

/** Notes that the mail left, and forgets its text if that holds a link (unless `keepText`). */
export async function markSent(mail: ClaimedMail, sentAt: Date, keepText: boolean): Promise<void> {
  const forgets = !keepText && HOLDS_A_LINK.includes(mail.kind);
  await db.outboxMail.updateMany({
    where: { id: mail.id, state: "waiting" },
    data: { state: "sent", sentAt, lastError: null, ...(forgets ? { text: "" } : {}) },
  });
}

/** Notes why the attempt failed and what comes next. */
export async function markFailed(mail: ClaimedMail, setback: Setback): Promise<void> {
  const forgets = setback.state === "failed" && mail.kind === "sign_in";
  await db.outboxMail.updateMany({
    where: { id: mail.id, state: "waiting" },
    data: {
      state: setback.state,
      lastError: setback.reason,
      ...(setback.state === "waiting" ? { nextAttemptAt: setback.nextAttemptAt } : {}),
      ...(forgets ? { text: "" } : {}),
    },
  });
}

function toClaimed(row: Prisma.OutboxMailGetPayload<object>): ClaimedMail {
  return {
    id: row.id,
    kind: row.kind,
    to: { name: row.toName, address: row.toAddress },
    replyTo: row.replyTo as MailAddress[],
    subject: row.subject,
    text: row.text,
    attachments: row.attachments as MailAttachment[],
    messageId: row.messageId,
    writtenAt: row.createdAt,
    attempts: row.attempts,
    createdAt: row.createdAt,
  };
}
