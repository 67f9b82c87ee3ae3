import { db } from "#lib/db/client";
import { addDays, type Day } from "#lib/kernel/day";
import { GENEVA, instantOf, minuteOfDayIn } from "#lib/kernel/zone";
import { answerPoll } from "#lib/scheduling/usecases/answer-poll";
import { offerSlots } from "#lib/scheduling/usecases/offer-slots";
import { openPoll } from "#lib/scheduling/usecases/open-poll";
import { viewAnswerSheet } from "#lib/scheduling/usecases/view-answer-sheet";
import { SIDES, type Stage } from "./demo-story.ts";

/** 10:00 Geneva, `days` days after a day; negative counts go back. */
export const tenOClock = (day: Day, days: number): Date => instantOf(addDays(day, days), "10:00", GENEVA);

/** Slots of one length at one Geneva time, on the working days that lie so many days after `from`. */
export const slotsOn = (from: Day, days: readonly number[], form: { clock: string; lengthMinutes: number }) =>
  days.map((count) => ({ day: workingDay(from, count), timeZone: GENEVA, ...form }));

type Offer = ReturnType<typeof slotsOn>;

/** Each co-chair offers slots in a poll that is not open yet. */
export async function offerBy(
  stage: Stage,
  reference: string,
  { bySg2, bySg20, now }: { readonly bySg2: Offer; readonly bySg20: Offer; readonly now: Date },
) {
  await offerSlots(await stage.as(SIDES.SG2.coChair, now), { reference, slots: bySg2 }, now);
  await offerSlots(await stage.as(SIDES.SG20.coChair, now), { reference, slots: bySg20 }, now);
}

/** Each co-chair offers slots, then the poll opens. `closesOn` ends at 18:00 Geneva. */
export async function openWith(
  stage: Stage,
  reference: string,
  poll: {
    readonly bySg2: Offer;
    readonly bySg20: Offer;
    readonly now: Date;
    readonly closesOn: Day;
    readonly hides?: ("others" | "sides")[];
  },
) {
  const { now, closesOn, hides = [] } = poll;
  await offerBy(stage, reference, poll);
  const sg2 = await stage.as(SIDES.SG2.coChair, now);
  const deadline = { day: closesOn, clock: "18:00", timeZone: GENEVA };
  await openPoll(sg2, { reference, ...deadline, quorum: { A: 5, B: 5 }, hides }, now);
}

/** Lets those invited people answer who `answers` says; each by the clock of the own zone, with moods of their own. */
export async function answerAll(
  stage: Stage,
  reference: string,
  { answers, now }: { answers: (index: number) => boolean; now: Date },
) {
  const invitees = await db.pollInvitee.findMany({
    where: { poll: { series: { reference } } },
    include: { person: { select: { name: true } } },
    orderBy: { person: { name: "asc" } },
  });
  for (const [index, { person }] of invitees.entries()) {
    if (!answers(index)) continue;
    const actor = await stage.as(person.name, now);
    const sheet = await viewAnswerSheet({ actor, reference }, now);
    const seen = sheet.slots.map(({ id }) => id);
    const given = sheet.slots.map(
      ({ id, startsAt }, slot) => [id, moodFor(startsAt, actor.timeZone, index * 7 + slot * 3)] as const,
    );
    const { slotsVersion, version } = sheet;
    const input = { slotsVersion, version, seen, answers: Object.fromEntries(given), note: "" };
    await answerPoll({ actor, reference }, input, now);
  }
}

function moodFor(startsAt: number, timeZone: string, mood: number) {
  if (mood % 11 === 0) return "no";
  const hour = minuteOfDayIn(new Date(startsAt), timeZone) / 60;
  if (hour >= 8 && hour < 18) return mood % 5 === 0 ? "if_need_be" : "yes";
  return hour >= 6 && hour < 22 ? "if_need_be" : "no";
}

/** A working day `days` after another: Saturdays and Sundays move to Monday. */
function workingDay(from: Day, days: number): Day {
  const day = addDays(from, days);
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, weekday === 6 ? 2 : weekday === 0 ? 1 : 0);
}
