import { addCalendar } from "#lib/calendars/usecases/add-calendar";
import { importEdition, previewEdition } from "#lib/calendars/usecases/import-edition";
import type { AddCalendarInput, ImportEditionInput } from "#lib/calendars/schema";
import { db } from "#lib/db/client";
import { addDays, type Day } from "#lib/kernel/day";
import type { Stage } from "./demo-story.ts";

const ADMINISTRATOR = "Ada Keller";

/**
 * A calendar of each kind, all made up and marked as samples; that of the other body in two editions, so that a
 * difference can be seen.
 */
export async function playCalendars(stage: Stage, today: Day): Promise<void> {
  const now = new Date(`${today}T06:00:00Z`);
  const actor = await stage.as(ADMINISTRATOR, now);
  const bring = async (calendarId: string, asOf: Day, text: string) => {
    const source = "Demonstration: made up";
    const input: ImportEditionInput = {
      ...{ calendarId, source, asOf, floatingZone: "Europe/Zurich", text, fingerprint: "" },
    };
    const { fingerprint } = await previewEdition(actor, input, now);
    await importEdition(actor, { ...input, fingerprint }, now);
  };
  const add = (input: Pick<AddCalendarInput, "kind" | "title"> & Partial<AddCalendarInput>) =>
    addCalendar(actor, { groupId: null, country: null, effect: "warn", ...input }, true);

  const group = await db.group.findFirstOrThrow({ where: { reference: "SG20" } });
  const rapporteurs = await add({
    ...{ kind: "group", title: "Rapporteur meetings of SG20 (sample)", groupId: group.id },
  });
  await bring(
    rapporteurs,
    addDays(today, -30),
    table(["Rapporteur meeting of Q6/20", addDays(today, 102), addDays(today, 103)]),
  );
  const korea = await add({ kind: "holidays", title: "Days off in Korea (sample)", country: "KR" });
  await bring(
    korea,
    addDays(today, -20),
    table(["Day of Numbers", addDays(today, 81)], ["Harvest day", addDays(today, 130)]),
  );
  const forum = await add({ kind: "other_body", title: "Forum for Things (sample)" });
  await bring(
    forum,
    addDays(today, -60),
    table(["General assembly", addDays(today, 100), addDays(today, 102)]),
  );
  await bring(
    forum,
    addDays(today, -10),
    table(["General assembly", addDays(today, 107), addDays(today, 109)]),
  );
}

const table = (...rows: readonly string[][]) =>
  ["title,opens,closes", ...rows.map(([title, opens, closes = ""]) => `${title},${opens},${closes}`)].join(
    "\n",
  );
