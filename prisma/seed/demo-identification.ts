import { addDays } from "#lib/kernel/day";
import { dayIn, GENEVA, instantOf } from "#lib/kernel/zone";
import { offerSlots } from "#lib/scheduling/usecases/offer-slots";
import { openPoll } from "#lib/scheduling/usecases/open-poll";
import { proposeSeries } from "#lib/series/usecases/propose-series";
import { addressOf } from "./cast.ts";
import type { DemoCalendar } from "./demo-groups.ts";
import { answerAll, consentOf, inviteBothSides, welcomeCoChairs, workingDay } from "./demo-steps.ts";
import { SIDES, type SideName, type Stage } from "./demo-story.ts";

const coChair = (side: SideName) => ({
  group: side,
  questions: [SIDES[side].question],
  coChair: {
    name: SIDES[side].coChair,
    office: SIDES[side].office,
    email: addressOf(SIDES[side].coChair),
  },
});

/** The series of the letter, half way: agreed by both sides, its poll open and half answered. */
export async function playIdentification(stage: Stage, calendar: DemoCalendar, now: Date): Promise<void> {
  const today = dayIn(now, GENEVA);
  const at = (days: number) => instantOf(addDays(today, days), "10:00", GENEVA);
  const reference = await proposeSeries(
    await stage.as(SIDES.SG2.coChair, at(-38)),
    {
      title: "IoT identification and NNAI",
      topic: "The demarcation line between IoT identification and NNAI",
      output: "Draft report to TSAG",
      mandate: {
        reference: "39A1/1",
        text: "Determine a demarcation line for IoT identification and NNAI aspects, and report to TSAG.",
      },
      target: { group: "TSAG", month: null, opensOn: calendar.tsagOpens },
      ...{ meetingCount: 3, format: "virtual" },
      sides: [coChair("SG2"), coChair("SG20")],
    },
    at(-38),
  );
  await consentOf(stage, reference, {
    side: "SG2",
    method: "meeting",
    decidedBy: "SG2 plenary",
    evidence: "SG2-TD112/PLEN",
    now: at(-38),
  });
  await consentOf(stage, reference, {
    ...{ side: "SG20", method: "correspondence", decidedBy: "SG20 management team" },
    evidence: "Mail to the SG20 list; no objection by the deadline",
    now: at(-24),
  });
  await welcomeCoChairs(stage, reference, at(-23));
  await inviteBothSides(stage, reference, at(-20));
  await offerDates(stage, reference, now);

  const open = { day: addDays(today, 9), clock: "18:00", timeZone: GENEVA };
  const quorum = { A: 5, B: 5 };
  await openPoll(await stage.as(SIDES.SG2.coChair, at(-6)), { ...open, reference, quorum }, at(-6));
  await answerAll(stage, reference, { answers: (index) => index % 2 === 0, now: at(-2) });
}

/** Some early, some late, some long, one week during SG2's own meeting: so that every check has something to say. */
async function offerDates(stage: Stage, reference: string, now: Date): Promise<void> {
  const today = dayIn(now, GENEVA);
  const before = instantOf(addDays(today, -8), "10:00", GENEVA);
  const slots = (days: readonly number[], clock: string, lengthMinutes: number) =>
    days.map((count) => ({ day: workingDay(today, count), clock, timeZone: GENEVA, lengthMinutes }));
  const offers = {
    [SIDES.SG2.coChair]: slots([52, 66, 73, 80, 92, 101, 115], "13:00", 120),
    [SIDES.SG20.coChair]: [...slots([67, 81, 102, 116], "08:00", 120), ...slots([123], "14:00", 240)],
  };
  for (const [name, offered] of Object.entries(offers)) {
    await offerSlots(await stage.as(name, before), { reference, slots: offered }, before);
  }
}
