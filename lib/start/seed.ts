import { db } from "#lib/db/client";
import { seedGroups } from "#lib/groups/usecases/seed-groups";
import { StartError } from "#lib/kernel/start-error";
import { say } from "#lib/kernel/words";
import type { Settings } from "#lib/settings/settings";

/**
 * Puts in what an installation begins with: the groups of ITU-T; in the demonstration also its people and its series.
 * May run at every start.
 *
 * @throws StartError when the demonstration was pointed at a database with real people in it.
 */
export async function seed(settings: Settings): Promise<void> {
  if (settings.demo) await requireFictionalPeople();
  await seedGroups();
  if (!settings.demo) return;
  const { seedDemo } = await import("../../prisma/seed/demo.ts");
  await seedDemo();
}

/** In the demonstration everybody may become anybody: never on a database that serves real people. */
async function requireFictionalPeople(): Promise<void> {
  const real = await db.person.count({ where: { NOT: { email: { endsWith: "@example.org" } } } });
  if (real > 0) throw new StartError(say("start.demoOnRealData"));
}
