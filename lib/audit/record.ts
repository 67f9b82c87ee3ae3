import { randomBytes } from "node:crypto";
import { type Db, type Prisma, sql } from "#lib/db/client";
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

/**
 * The same as one piece of SQL, for what thousands do in a minute in one statement. `where` says whether it was done.
 */
export function actInsert(
  actor: Pick<Actor, "id" | "name">,
  { action, subjectType, subjectId, seriesId, before, after }: Act,
  where: Prisma.Sql,
): Prisma.Sql {
  return sql`
    insert into audit_entries
      (id, person_id, actor_name, action, subject_type, subject_id, series_id, before, after)
    select ${newId()}::uuid, ${actor.id}::uuid, ${actor.name}, ${action}, ${subjectType}, ${subjectId},
      ${seriesId ?? null}::uuid, ${json(before)}::jsonb, ${json(after)}::jsonb
    where ${where}`;
}

const json = (value: Prisma.InputJsonValue | undefined) =>
  value === undefined ? null : JSON.stringify(value);

/** A UUID of version 7, as the ids of all other entries: they are read in this order. */
function newId(): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
