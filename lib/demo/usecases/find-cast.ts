import { db } from "#lib/db/client";
import { type CastGroup, groupCast } from "#lib/demo/domain/cast";
import { listCast } from "#lib/demo/store";
import { isDemo } from "#lib/settings/settings";

/** Whom a visitor of the demonstration can become, by Study Group; null outside the demonstration. */
export async function findCast(): Promise<CastGroup[] | null> {
  return isDemo() ? groupCast(await listCast(db)) : null;
}
