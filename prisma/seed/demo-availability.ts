import { addEngagement } from "#lib/availability/usecases/add-engagement";
import { addStay } from "#lib/availability/usecases/add-stay";
import { setHours } from "#lib/availability/usecases/set-hours";
import { db } from "#lib/db/client";
import { addDays, type Day } from "#lib/kernel/day";
import { writeComment } from "#lib/scheduling/usecases/write-comment";
import { tenOClock } from "./demo-steps.ts";
import type { Stage } from "./demo-story.ts";

/** Two delegates who have not answered yet keep a standing profile, and people comment on the open poll. */
export async function playAvailability(stage: Stage, today: Day): Promise<void> {
  const now = tenOClock(today, -3);
  const poll = await db.datePoll.findFirstOrThrow({
    where: { state: "open" },
    orderBy: { createdAt: "desc" },
    select: { series: { select: { reference: true } } },
  });
  const { reference } = poll.series;
  const waiting = await db.pollInvitee.findMany({
    where: { poll: { series: { reference } }, answeredAt: null },
    include: { person: { select: { name: true } } },
    orderBy: { person: { name: "asc" } },
    take: 2,
  });
  for (const { person } of waiting) {
    const actor = await stage.as(person.name, now);
    const office = { fromClock: "08:00", toClock: "18:30", weekdays: [1, 2, 3, 4, 5] };
    await setHours(actor, { ...office, outside: "if_need_be", inside: "yes" });
    await addStay(actor, {
      timeZone: "America/New_York",
      fromDay: addDays(today, 78),
      toDay: addDays(today, 83),
    });
    const lecture = {
      kind: "hard",
      title: "Lecture",
      weekday: 4,
      fromClock: "09:00",
      toClock: "12:00",
    } as const;
    await addEngagement(actor, lecture);
    const text = "Could we keep the mornings for those east of Geneva?";
    if (person === waiting[0]?.person) await writeComment({ actor, reference }, { text }, now);
  }
}
