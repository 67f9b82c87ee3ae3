import { judgeReadiness, type Found, type Readiness } from "#lib/health/domain/readiness";
import { getOutboxState, listMissingMigrations } from "#lib/health/store";
import { log } from "#lib/log/log";
import { settings } from "#lib/settings/settings";

const PATIENCE_MS = 4_000;

/** Whether the product can serve: its database answers and is up to date, and mails that are due are taken. */
export async function checkReadiness(now = new Date()): Promise<Readiness> {
  const { smtpUrl, demo } = settings();
  return judgeReadiness(await look(now), { now, delivers: demo || smtpUrl !== null });
}

/** Null when the database does not answer in time. */
async function look(now: Date): Promise<Found> {
  const late = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE_MS, null).unref());
  const looked = Promise.all([listMissingMigrations(), getOutboxState(now)]).then(
    ([missingMigrations, outbox]) => ({ missingMigrations, ...outbox }),
    (error: unknown) => {
      log.warn({ err: error }, "the database does not answer");
      return null;
    },
  );
  return Promise.race([looked, late]);
}
