import type { Db } from "#lib/db/client";
import type { Hiding } from "#lib/decisions/domain/policy";

/** What the poll keeps from whom while it is open. */
export async function getHiding(db: Db, pollId: string): Promise<Hiding> {
  return db.datePoll.findUniqueOrThrow({
    where: { id: pollId },
    select: { hidesOthers: true, hidesSides: true },
  });
}
