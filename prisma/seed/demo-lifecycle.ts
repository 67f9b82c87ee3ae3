import { draftAnnouncement } from "#lib/announcements/usecases/draft-announcement";
import { issueAnnouncement } from "#lib/announcements/usecases/issue-announcement";
import { db } from "#lib/db/client";
import { addDays, type Day } from "#lib/kernel/day";
import { confirmMeeting } from "#lib/meetings/usecases/confirm-meeting";
import { startReport } from "#lib/reports/usecases/start-report";
import { assentToChoice } from "#lib/decisions/usecases/assent-to-choice";
import { chooseSeries } from "#lib/decisions/usecases/choose-series";
import { closePoll } from "#lib/scheduling/usecases/close-poll";
import { beginSeries } from "./demo-begin.ts";
import type { DemoCalendar } from "./demo-groups.ts";
import { answerAll, openWith, slotsOn, tenOClock } from "./demo-steps.ts";
import { SIDES, type Stage } from "./demo-story.ts";

const REASON = "One afternoon and one morning in Geneva: the burden of late hours is shared.";

/** An earlier series of the same sides, further on: dates decided, meetings announced, its report begun. */
export async function playLifecycle(stage: Stage, calendar: DemoCalendar, today: Day): Promise<void> {
  const reference = await beginSeries(stage, {
    facts: {
      title: "Lifecycle of identifiers in the IoT",
      topic: "How identifiers of things are assigned, changed and withdrawn",
      output: "Draft report to TSAG",
      mandate: { reference: "", text: "Agreed between both Study Groups." },
      target: { group: "TSAG", month: null, opensOn: calendar.tsagOpens },
      meetingCount: 2,
    },
    proposed: tenOClock(today, -110),
    agreed: tenOClock(today, -100),
    letter: null,
    evidence: { SG2: "SG2-TD87/PLEN", SG20: "Mails to the SG20 list; no objection by the deadline" },
  });
  await openWith(stage, reference, {
    bySg2: slotsOn(today, [20, 27, 34], { clock: "13:00", lengthMinutes: 120 }),
    bySg20: slotsOn(today, [41, 48], { clock: "08:00", lengthMinutes: 120 }),
    now: tenOClock(today, -90),
    closesOn: addDays(today, -70),
  });
  await answerAll(stage, reference, { answers: () => true, now: tenOClock(today, -80) });
  await decide(stage, reference, tenOClock(today, -75));
  await announce(stage, reference, tenOClock(today, -60));
  await startReport(
    await stage.as(SIDES.SG20.coChair, tenOClock(today, -10)),
    reference,
    tenOClock(today, -10),
  );
}

async function decide(stage: Stage, reference: string, now: Date) {
  const coChair = await stage.as(SIDES.SG2.coChair, now);
  await closePoll(coChair, { reference }, now);
  const slots = await db.slot.findMany({
    where: { poll: { series: { reference } } },
    orderBy: { startsAt: "asc" },
  });
  const slotIds = [slots[0], slots[3]].flatMap((slot) => slot?.id ?? []);
  const choiceId = await chooseSeries(coChair, { reference, slotIds, aims: "", reason: REASON }, now);
  const sides = await db.seriesSide.findMany({ where: { series: { reference } }, include: { group: true } });
  for (const { id: sideId, group } of sides) {
    const name = group.reference === "SG2" ? SIDES.SG2.coChair : SIDES.SG20.coChair;
    const said = { outcome: "agreed", method: "correspondence", decidedBy: name } as const;
    const actor = await stage.as(name, now);
    await assentToChoice(actor, { reference, choiceId, sideId, ...said, evidence: "", comment: "" }, now);
  }
}

async function announce(stage: Stage, reference: string, now: Date) {
  const secretary = await stage.as("Lena Brunner", now);
  const meetings = await db.meeting.findMany({
    where: { series: { reference } },
    orderBy: { sequence: "asc" },
  });
  for (const { sequence, version } of meetings) {
    await confirmMeeting(secretary, { reference, sequence, version }, now);
  }
  const number = await draftAnnouncement(secretary, { reference }, now);
  await issueAnnouncement(secretary, { reference, number, version: 1 }, now);
}
