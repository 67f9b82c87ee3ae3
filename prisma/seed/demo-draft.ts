import type { Day } from "#lib/kernel/day";
import { beginSeries } from "./demo-begin.ts";
import type { DemoCalendar } from "./demo-groups.ts";
import { offerBy, slotsOn, tenOClock } from "./demo-steps.ts";
import type { Stage } from "./demo-story.ts";

/** A series whose poll is not open yet: how likely these slots lead to a series can be seen before anybody is asked. */
export async function playDraftPoll(stage: Stage, calendar: DemoCalendar, today: Day): Promise<void> {
  const reference = await beginSeries(stage, {
    facts: {
      title: "Numbers for connected vehicles",
      topic: "Which numbers a vehicle keeps when it crosses a border",
      output: "Draft report to TSAG",
      mandate: { reference: "", text: "Agreed between both Study Groups." },
      target: { group: "TSAG", month: null, opensOn: calendar.tsagOpens },
      meetingCount: 3,
    },
    proposed: tenOClock(today, -12),
    agreed: tenOClock(today, -7),
    letter: null,
    evidence: { SG2: "SG2-TD131/PLEN", SG20: "Mails to the SG20 list; no objection by the deadline" },
  });
  await offerBy(stage, reference, {
    bySg2: slotsOn(today, [95, 109, 124], { clock: "15:00", lengthMinutes: 120 }),
    bySg20: slotsOn(today, [102, 117, 130], { clock: "09:00", lengthMinutes: 120 }),
    now: tenOClock(today, -2),
  });
}
