import { db, transaction } from "#lib/db/client";
import { seedGroups } from "#lib/groups/usecases/seed-groups";
import { dayIn, GENEVA } from "#lib/kernel/zone";
import { playCalendars } from "./demo-calendars.ts";
import { playAvailability } from "./demo-availability.ts";
import { playChoice } from "./demo-choice.ts";
import { playChanges } from "./demo-changes.ts";
import { demoCalendar, seedDemoGroups } from "./demo-groups.ts";
import { playDraftPoll } from "./demo-draft.ts";
import { playIdentification } from "./demo-identification.ts";
import { playLifecycle } from "./demo-lifecycle.ts";
import { seedDemoPeople } from "./demo-people.ts";
import { playHiddenPoll, playPoll } from "./demo-poll.ts";
import { makeStage } from "./demo-story.ts";

/** Fills an empty database with the demonstration; does nothing when somebody is there already. */
export async function seedDemo(now = new Date()): Promise<void> {
  if ((await db.person.count()) > 0) return;
  await seedGroups();
  const today = dayIn(now, GENEVA);
  const calendar = demoCalendar(today);
  const ids = await transaction(async (tx) => {
    await seedDemoGroups(tx, calendar, today);
    return seedDemoPeople(tx);
  });
  const stage = makeStage(ids);
  await playCalendars(stage, today);
  await playLifecycle(stage, calendar, today);
  await playChoice(stage, calendar, today);
  await playIdentification(stage, calendar, today);
  await playAvailability(stage, today);
  await playChanges(stage, today);
  await playPoll(stage, today);
  await playHiddenPoll(stage, calendar, today);
  await playDraftPoll(stage, calendar, today);
}
