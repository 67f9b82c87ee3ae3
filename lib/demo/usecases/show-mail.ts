import { db } from "#lib/db/client";
import type { MailView } from "#lib/demo/domain/mailbox";
import { requireDemo } from "#lib/demo/domain/require-demo";
import { getMail } from "#lib/demo/store";
import { isDemo, settings } from "#lib/settings/settings";

/** One mail as it would look. @throws AppError `not_found` outside the demonstration or when there is none. */
export async function showMail({ id }: { readonly id: string }): Promise<MailView> {
  requireDemo(isDemo());
  return getMail(db, id, settings().mailFrom);
}
