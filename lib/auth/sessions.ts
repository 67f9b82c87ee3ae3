import { recordAct } from "#lib/audit/record";
import { db, transaction } from "#lib/db/client";
import type { Actor } from "#lib/people/domain/actor";
import { hashToken } from "#lib/secrets/token";
import { cookieValue } from "./session.ts";
import { sessionCookieName } from "./session-cookie.ts";

/** One place where somebody is signed in. */
export type SessionView = {
  readonly id: string;
  readonly method: string;
  /** Such as `Firefox, Windows`; empty when unknown. */
  readonly device: string;
  readonly startedAt: Date;
  readonly expires: Date;
  /** Whether it is the one that asks. */
  readonly isCurrent: boolean;
};

/** Where the person is signed in now, newest first. `cookieHeader` tells which of them asks. */
export async function listSessions(
  actor: Pick<Actor, "id">,
  cookieHeader: string | null,
  now = new Date(),
): Promise<SessionView[]> {
  const rows = await db.session.findMany({
    where: { personId: actor.id, expires: { gt: now } },
    orderBy: { startedAt: "desc" },
  });
  const current = currentHash(cookieHeader);
  return rows.map(({ id, method, device, startedAt, expires, tokenHash }) => ({
    ...{ id, method, device, startedAt, expires },
    isCurrent: tokenHash === current,
  }));
}

/** Ends one of the person's own sessions, or all. One that is gone already, or another's, is left alone. */
export async function endSessions(actor: Actor, which: { readonly id: string } | "all"): Promise<void> {
  await transaction(async (db) => {
    const where = which === "all" ? { personId: actor.id } : { personId: actor.id, id: which.id };
    const { count } = await db.session.deleteMany({ where });
    if (count === 0) return;
    const act = { action: "sessionsEnd", subjectType: "person", subjectId: actor.id };
    await recordAct(db, actor, { ...act, after: { count } });
  });
}

/** Ends the session of this Cookie header; nothing happens when there is none. */
export async function endCurrentSession(cookieHeader: string | null): Promise<void> {
  const tokenHash = currentHash(cookieHeader);
  if (tokenHash) await db.session.deleteMany({ where: { tokenHash } });
}

function currentHash(cookieHeader: string | null): string | null {
  const token = cookieValue(cookieHeader ?? "", sessionCookieName());
  return token ? hashToken(token) : null;
}
