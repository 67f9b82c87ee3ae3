import { db } from "#lib/db/client";
import { log } from "#lib/log/log";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Removes what has expired: sessions, mailed links, set-up links, newcomers of polls, counts of rate limits. May run twice. */
export async function removeExpired(now = new Date()): Promise<number> {
  const yesterday = new Date(now.getTime() - DAY_MS);
  const removed = await Promise.all([
    db.session.deleteMany({ where: { expires: { lt: now } } }),
    db.signInLink.deleteMany({ where: { expires: { lt: now } } }),
    db.setUpLink.deleteMany({ where: { expires: { lt: now } } }),
    db.pollNewcomer.deleteMany({ where: { expiresAt: { lt: yesterday } } }),
    db.rateCount.deleteMany({ where: { spanStarts: { lt: yesterday } } }),
  ]);
  return removed.reduce((sum, { count }) => sum + count, 0);
}

/** Cleans now and once an hour. */
export function startCleaning(): { stop(): Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  const clean = () => {
    running = removeExpired().then(
      (removed) => removed > 0 && log.info({ removed }, "expired rows removed"),
      (error: unknown) => log.warn({ err: error }, "cleaning failed"),
    );
  };
  clean();
  const timer = setInterval(clean, HOUR_MS);
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
