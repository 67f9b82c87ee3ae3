/** Whether one part that the product rests on does its work. */
export type Check = { readonly ok: boolean } & Readonly<Record<string, string | number | boolean>>;

export type Readiness = {
  readonly ready: boolean;
  readonly checks: { readonly database: Check; readonly migrations: Check; readonly outbox: Check };
};

/** What was found; null where the database did not answer. */
export type Found = {
  readonly missingMigrations: readonly string[];
  readonly waiting: number;
  readonly oldestAt: Date | null;
  readonly dueSince: Date | null;
} | null;

/** A mail that is due for longer means that nobody delivers: a mail server that is down moves the mail's time. */
const LONGEST_DUE_MINUTES = 15;

/**
 * Whether requests should be sent to this process.
 *
 * Mails that are overdue count only with `delivers`: without a mail server they wait, and that is as it should be.
 */
export function judgeReadiness(found: Found, { now, delivers }: { now: Date; delivers: boolean }): Readiness {
  if (!found) {
    const unknown = { ok: false };
    return { ready: false, checks: { database: { ok: false }, migrations: unknown, outbox: unknown } };
  }
  const migrations = { ok: found.missingMigrations.length === 0, missing: found.missingMigrations.length };
  const overdue = found.dueSince !== null && minutesBetween(found.dueSince, now) > LONGEST_DUE_MINUTES;
  const outbox = {
    ok: !(delivers && overdue),
    waiting: found.waiting,
    oldestSeconds: found.oldestAt ? Math.round(minutesBetween(found.oldestAt, now) * 60) : 0,
  };
  return { ready: migrations.ok && outbox.ok, checks: { database: { ok: true }, migrations, outbox } };
}

const minutesBetween = (from: Date, to: Date) => (to.getTime() - from.getTime()) / 60_000;
