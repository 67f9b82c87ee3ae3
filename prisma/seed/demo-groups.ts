import type { Db } from "#lib/db/client";
import { addDays, type Day } from "#lib/kernel/day";

/** Days of the demonstration, counted from the day it is first started. */
export type DemoCalendar = ReturnType<typeof demoCalendar>;

export function demoCalendar(today: Day) {
  return {
    letterSent: addDays(today, -38),
    nominated: addDays(today, -30),
    agreed: addDays(today, -24),
    /** A Monday about seven months ahead. */
    tsagOpens: nextMonday(addDays(today, 205)),
    sg2Opens: nextMonday(addDays(today, 88)),
    sg20Opens: nextMonday(addDays(today, 280)),
  };
}

function nextMonday(day: Day): Day {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, (8 - weekday) % 7);
}

const SOURCE = "Demonstration: made up";

/** Gives the groups of the case their lists, secretariats and next meetings; all made up and marked so. */
export async function seedDemoGroups(db: Db, calendar: DemoCalendar, today: Day): Promise<void> {
  const asOf = new Date(today);
  const meeting = (title: string, opens: Day, days: number) => ({
    ...{ title, place: "Geneva", source: SOURCE, asOf },
    opensOn: new Date(opens),
    closesOn: new Date(addDays(opens, days - 1)),
  });
  const groups = [
    { reference: "SG2", meeting: meeting("SG2 meeting", calendar.sg2Opens, 10) },
    { reference: "SG20", meeting: meeting("SG20 meeting", calendar.sg20Opens, 11) },
    { reference: "TSAG", meeting: meeting("TSAG meeting", calendar.tsagOpens, 5) },
  ];
  for (const { reference, meeting: next } of groups) {
    const address = reference.toLowerCase();
    await db.group.updateMany({
      where: { reference },
      data: { secretariatEmail: `tsb.${address}@example.org` },
    });
    const group = await db.group.findFirstOrThrow({ where: { reference }, select: { id: true } });
    await db.mailingList.create({ data: { groupId: group.id, address: `${address}@lists.example.org` } });
    await db.groupMeeting.create({ data: { groupId: group.id, ...next } });
  }
}
