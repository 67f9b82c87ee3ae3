import { createHmac } from "node:crypto";
import { db } from "#lib/db/client";
import { MS_PER_MINUTE } from "#lib/kernel/interval";
import { settings } from "#lib/settings/settings";

/** How often something may happen to one subject (an address, a browser, a network) in a span of time. */
export type Limit = { readonly name: string; readonly most: number; readonly minutes: number };

const KEPT_MINUTES = 24 * 60;

/**
 * Counts one more, and says whether that is still within the limit.
 *
 * Spans follow each other without overlap and are the same for all processes. Only a keyed hash of the subject
 * is stored, so that the table names nobody.
 */
export async function isWithinLimit(limit: Limit, subject: string, now: Date): Promise<boolean> {
  const span = limit.minutes * MS_PER_MINUTE;
  const spanStarts = new Date(Math.floor(now.getTime() / span) * span);
  const key = createHmac("sha256", settings().authSecret).update(`${limit.name}:${subject}`).digest("hex");
  const [row] = await db.$queryRaw<{ count: number }[]>`
    insert into rate_counts (key, span_starts, count) values (${key}, ${spanStarts}, 1)
    on conflict (key, span_starts) do update set count = rate_counts.count + 1 returning count`;
  const count = row?.count ?? 0;
  if (count === 1) await forgetOld(now);
  return count <= limit.most;
}

async function forgetOld(now: Date): Promise<void> {
  await db.rateCount.deleteMany({
    where: { spanStarts: { lt: new Date(now.getTime() - KEPT_MINUTES * MS_PER_MINUTE) } },
  });
}
