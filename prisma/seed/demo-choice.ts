import { db } from "#lib/db/client";
import { addDays, type Day } from "#lib/kernel/day";
import { minuteOfDayIn } from "#lib/kernel/zone";
import { type Answer, packAnswers } from "#lib/scheduling/domain/packed-answers";
import { closePoll } from "#lib/scheduling/usecases/close-poll";
import { clockChangeAfter } from "./clock-change.ts";
import { beginSeries } from "./demo-begin.ts";
import type { DemoCalendar } from "./demo-groups.ts";
import { openWith, slotsOn, tenOClock } from "./demo-steps.ts";
import { SIDES, type Stage } from "./demo-story.ts";

/** A third series of the same sides: its poll is closed, and the co-chairs have the dates to choose. */
export async function playChoice(stage: Stage, calendar: DemoCalendar, today: Day): Promise<void> {
  const reference = await beginSeries(stage, {
    facts: {
      title: "Security of identifiers",
      topic: "Who vouches for the identifier of a thing, and for how long",
      output: "Draft report to TSAG",
      mandate: { reference: "", text: "Agreed between both Study Groups." },
      target: { group: "TSAG", month: null, opensOn: calendar.tsagOpens },
      meetingCount: 3,
    },
    proposed: tenOClock(today, -35),
    agreed: tenOClock(today, -25),
    letter: null,
    evidence: { SG2: "SG2-TD118/PLEN", SG20: "Mails to the SG20 list; no objection by the deadline" },
  });
  const change = clockChangeAfter(today);
  // Three weeks before clocks change somewhere and three after it, so that a series looks different at its end.
  const weeks =
    change === null ? [65, 72, 79, 107, 114, 121] : [-24, -17, -10, 4, 11, 18].map((days) => change + days);
  await openWith(stage, reference, {
    bySg2: slotsOn(today, weeks, { clock: "13:00", lengthMinutes: 120 }),
    bySg20: [
      ...slotsOn(
        today,
        weeks.map((days) => days + 1),
        { clock: "08:00", lengthMinutes: 120 },
      ),
      ...slotsOn(
        today,
        weeks.map((days) => days + 2),
        { clock: "16:00", lengthMinutes: 90 },
      ),
    ],
    now: tenOClock(today, -20),
    closesOn: addDays(today, 5),
  });
  await answer(reference, tenOClock(today, -10));
  const now = tenOClock(today, -1);
  await closePoll(await stage.as(SIDES.SG2.coChair, now), { reference }, now);
}

/** Most of those asked have answered, each by the hours of the own zone and with days of their own on which they cannot. */
async function answer(reference: string, answeredAt: Date): Promise<void> {
  const slots = await db.slot.findMany({
    where: { poll: { series: { reference } } },
    orderBy: { ordinal: "asc" },
  });
  const invitees = await db.pollInvitee.findMany({
    where: { poll: { series: { reference } } },
    include: { person: { select: { name: true, timeZone: true } } },
    orderBy: { person: { name: "asc" } },
  });
  const silent = (index: number) => index % 9 === 8;
  await db.$transaction(
    invitees
      .filter((_, index) => !silent(index))
      .map(({ id, person: { timeZone } }, index) => {
        const given = slots.map(({ ordinal, startsAt }): [number, Answer] => [
          ordinal,
          moodOf(minuteOfDayIn(startsAt, timeZone) / 60, (index * 31 + ordinal * 17) % 23),
        ]);
        const answers = packAnswers(new Map(given));
        return db.pollInvitee.update({ where: { id }, data: { answers, answeredAt, version: 1 } });
      }),
  );
}

function moodOf(hour: number, mood: number): Answer {
  if (mood < 3) return "no";
  if (hour >= 8 && hour < 18) return mood < 6 ? "if_need_be" : "yes";
  return hour >= 6 && hour < 22 && mood < 16 ? "if_need_be" : "no";
}
