import type { Db } from "#lib/db/client";
import type { Prisma } from "#lib/db/client";
import type { Actor } from "#lib/people/domain/actor";

/** One act, as the audit trail keeps it for ever. */
export type Act = {
  /** Feature and verb, such as `series.propose`; the sentence stands in messages under `audit.acts`. */
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly seriesId?: string;
  readonly before?: Prisma.InputJsonValue;
  readonly after?: Prisma.InputJsonValue;
};

/**
 * Writes an act into the trail, in the transaction that does it.
 *
 * `actor` is null when the product itself acts (a job, a set-up link). Never put e-mail addresses or tokens
 * into `before` and `after`: the trail is read by everybody who sees the series.
 */
export async function recordAct(db: Db, actor: Pick<Actor, "id" | "name"> | null, act: Act): Promise<void> {
  await db.auditEntry.create({
    data: { ...act, personId: actor?.id ?? null, actorName: actor?.name ?? "Liaise" },
  });
}
