import { db } from "#lib/db/client";
import type { MailRow } from "#lib/demo/domain/mailbox";
import { requireDemo } from "#lib/demo/domain/require-demo";
import type { MailboxInput } from "#lib/demo/schema";
import { countMailRows, listMailRows } from "#lib/demo/store";
import { isDemo } from "#lib/settings/settings";

const PAGE = 50;

/** A page of the mailbox, newest first, how many mails there are in all, and from where the next page goes on (null at the end). */
export async function listMailbox({
  before,
  to,
}: MailboxInput): Promise<{ mails: MailRow[]; count: number; next: string | null }> {
  requireDemo(isDemo());
  const mails = await listMailRows(db, { before, to }, PAGE);
  const last = mails.length === PAGE ? mails.at(-1) : undefined;
  return { mails, count: await countMailRows(db, { to }), next: last ? last.id : null };
}
