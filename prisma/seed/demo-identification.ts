import { addDays, type Day } from "#lib/kernel/day";
import { beginSeries } from "./demo-begin.ts";
import type { DemoCalendar } from "./demo-groups.ts";
import { answerAll, openWith, slotsOn, tenOClock } from "./demo-steps.ts";
import type { Stage } from "./demo-story.ts";
import { demonstrationLetter } from "./letter.ts";

const monthInWords = (day: Day) =>
  new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" }).format(new Date(day));

/** The series of the letter, half way: agreed by both sides, its poll open and half answered. */
export async function playIdentification(stage: Stage, calendar: DemoCalendar, today: Day): Promise<void> {
  const reference = await beginSeries(stage, {
    facts: {
      title: "IoT identification and NNAI",
      topic: "The demarcation line between IoT identification and NNAI",
      output: "Draft report to TSAG",
      mandate: {
        reference: "39A1/1",
        text: "Determine a demarcation line for IoT identification and NNAI aspects, and report to TSAG.",
      },
      target: { group: "TSAG", month: null, opensOn: calendar.tsagOpens },
      meetingCount: 3,
    },
    proposed: tenOClock(today, -38),
    agreed: tenOClock(today, -24),
    letter: {
      title: "A series of joint meetings on IoT identification and NNAI (reply to SG20) [to ITU-T SG20]",
      text: demonstrationLetter({
        targetMonth: monthInWords(calendar.tsagOpens),
        nextMeeting: monthInWords(calendar.sg20Opens),
      }),
    },
    evidence: { SG2: "SG2-TD112/PLEN", SG20: "Mails to the SG20 list; no objection by the deadline" },
  });
  // Some early, some late, one long, one week during SG2's own meeting: so that every check has something to say.
  await openWith(stage, reference, {
    bySg2: slotsOn(today, [52, 66, 73, 80, 92, 101, 115], { clock: "13:00", lengthMinutes: 120 }),
    bySg20: [
      ...slotsOn(today, [67, 81, 102, 116], { clock: "08:00", lengthMinutes: 120 }),
      ...slotsOn(today, [123], { clock: "14:00", lengthMinutes: 240 }),
    ],
    now: tenOClock(today, -6),
    closesOn: addDays(today, 9),
  });
  await answerAll(stage, reference, { answers: (index) => index % 2 === 0, now: tenOClock(today, -2) });
}
