import { db } from "#lib/db/client";
import type { MailRow } from "#lib/demo/domain/mailbox";
import { requireDemo } from "#lib/demo/domain/require-demo";
import { countMailRows, listMailRows } from "#lib/demo/store";
import { isDemo } from "#lib/settings/settings";

const PAGE = 50;

/** A page of the mailbox, newest first, and from where the next page goes on (null at the end). */
export async function listMailbox(input: {
  readonly before?: string | undefined;
}): Promise<{ mails: MailRow[]; count: number; next: string | null }> {
  requireDemo(isDemo());
  const mails = await listMailRows(db, { before: input.before, limit: PAGE });
  const last = mails.length === PAGE ? mails.at(-1) : undefined;
  return { mails, count: await countMailRows(db), next: last ? last.id : null };
}
