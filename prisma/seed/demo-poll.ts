import { db } from "#lib/db/client";
import { addDays, type Day } from "#lib/kernel/day";
import { GENEVA } from "#lib/kernel/zone";
import { enterAnswers, viewEntry } from "#lib/scheduling/usecases/enter-answers";
import { addReminder } from "#lib/scheduling/usecases/set-reminders";
import { setRequired } from "#lib/scheduling/usecases/set-required";
import { beginSeries } from "./demo-begin.ts";
import type { DemoCalendar } from "./demo-groups.ts";
import { answerAll, openWith, slotsOn, tenOClock } from "./demo-steps.ts";
import { SIDES, type Stage } from "./demo-story.ts";

const REQUIRED = ["Claire Fontaine", "Park Jiwoo"];

/** The open poll of the letter: whom every meeting needs, a reminder, and what the secretariat was told on the phone. */
export async function playPoll(stage: Stage, today: Day): Promise<void> {
  const now = tenOClock(today, -1);
  const { reference } = await db.jointSeries.findFirstOrThrow({ where: { mandateReference: "39A1/1" } });
  const coChair = await stage.as(SIDES.SG20.coChair, now);
  const required = REQUIRED.flatMap((name) => stage.ids.get(name) ?? []);
  await setRequired(coChair, { reference, required }, now);
  const reminder = { day: addDays(today, 6), clock: "09:00", timeZone: GENEVA };
  await addReminder(coChair, { reference, ...reminder }, now);
  await enterForSomebody(stage, reference, now);
}

async function enterForSomebody(stage: Stage, reference: string, now: Date): Promise<void> {
  const secretariat = await stage.as("Omar Farouk", now);
  const silent = await db.pollInvitee.findFirst({
    where: {
      ...{ poll: { series: { reference } }, answeredAt: null },
      side: { group: { reference: "SG20" } },
      person: { name: { not: SIDES.SG20.coChair } },
    },
    orderBy: { person: { name: "desc" } },
  });
  if (!silent) return;
  const entry = { reference, inviteeId: silent.id };
  const { slotsVersion, version, slots } = await viewEntry(secretariat, entry, now);
  const answers = Object.fromEntries(
    slots.map(({ id }, index) => [id, index % 3 === 2 ? ("no" as const) : ("yes" as const)]),
  );
  const seen = slots.map(({ id }) => id);
  const input = { slotsVersion, version, seen, answers, note: "By telephone." };
  await enterAnswers(secretariat, entry, { input, now });
}

/** A fourth series, whose sides do not see each other's answers while its poll is open. */
export async function playHiddenPoll(stage: Stage, calendar: DemoCalendar, today: Day): Promise<void> {
  const reference = await beginSeries(stage, {
    facts: {
      title: "Numbers for emergency sensors",
      topic: "Which numbers a sensor may call, and who answers",
      output: "Draft report to TSAG",
      mandate: { reference: "", text: "Agreed between both Study Groups." },
      target: { group: "TSAG", month: null, opensOn: calendar.tsagOpens },
      meetingCount: 3,
    },
    proposed: tenOClock(today, -21),
    agreed: tenOClock(today, -15),
    letter: null,
    evidence: { SG2: "SG2-TD120/PLEN", SG20: "Mails to the SG20 list; no objection by the deadline" },
  });
  await openWith(stage, reference, {
    bySg2: slotsOn(today, [106, 113, 127], { clock: "14:00", lengthMinutes: 90 }),
    bySg20: slotsOn(today, [120, 134, 141], { clock: "09:00", lengthMinutes: 90 }),
    now: tenOClock(today, -4),
    closesOn: addDays(today, 12),
    hides: ["sides"],
  });
  await answerAll(stage, reference, { answers: (index) => index % 3 === 0, now: tenOClock(today, -2) });
}
