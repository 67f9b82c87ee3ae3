import { db } from "#lib/db/client";
import { requireDemo } from "#lib/demo/domain/require-demo";
import { getAttachment } from "#lib/demo/store";
import { isDemo } from "#lib/settings/settings";

/** What hangs on a mail. @throws AppError `not_found` outside the demonstration or when there is none. */
export async function openAttachment({
  id,
  index,
}: {
  readonly id: string;
  readonly index: number;
}): Promise<{ name: string; type: string; content: Uint8Array }> {
  requireDemo(isDemo());
  const { fileName, contentType, content } = await getAttachment(db, id, index);
  return { name: fileName, type: contentType, content: Buffer.from(content, "base64") };
}
