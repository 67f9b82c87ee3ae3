import { db } from "#lib/db/client";
import { addDays, type Day } from "#lib/kernel/day";
import { dayIn, GENEVA, minuteOfDayIn } from "#lib/kernel/zone";
import { answerPoll } from "#lib/scheduling/usecases/answer-poll";
import { viewAnswerSheet } from "#lib/scheduling/usecases/view-answer-sheet";
import { inviteParticipants } from "#lib/series/usecases/invite-participants";
import { loadSeries } from "#lib/series/usecases/load-series";
import { recordConsent } from "#lib/series/usecases/record-consent";
import { welcomeCoChair } from "#lib/series/usecases/welcome-co-chair";
import { participantsOf, SIDES, type SideName, type Stage } from "./demo-story.ts";

/** What a side says to the series as a whole, by its chair. */
export type DemoConsent = {
  readonly side: SideName;
  readonly method: "meeting" | "correspondence";
  readonly decidedBy: string;
  readonly evidence: string;
  readonly now: Date;
};

export async function consentOf(stage: Stage, reference: string, { side, now, ...said }: DemoConsent) {
  const actor = await stage.as(SIDES[side].chair, now);
  const series = await loadSeries(actor, reference, { now });
  const own = series.sides.find(({ group }) => group.reference === side);
  if (!own) return;
  await recordConsent(
    actor,
    {
      ...{ seriesId: series.id, sideId: own.id, subject: "series", subjectId: series.id, outcome: "agreed" },
      ...said,
      ...{ decidedOn: dayIn(now, GENEVA), comment: "", version: 0 },
    },
    now,
  );
}

/** Each side's chair welcomes the co-chair of the other. */
export async function welcomeCoChairs(stage: Stage, reference: string, now: Date) {
  for (const side of ["SG2", "SG20"] as const) {
    const actor = await stage.as(SIDES[side].chair, now);
    const series = await loadSeries(actor, reference, { now });
    const other = series.members.find(
      (member) => member.role === "co_chair" && member.name !== SIDES[side].coChair,
    );
    if (other) await welcomeCoChair(actor, { seriesId: series.id, memberId: other.id }, now);
  }
}

/** Each co-chair invites the people of the own Question. */
export async function inviteBothSides(stage: Stage, reference: string, now: Date) {
  for (const side of ["SG2", "SG20"] as const) {
    const actor = await stage.as(SIDES[side].coChair, now);
    const series = await loadSeries(actor, reference, { now });
    const own = series.sides.find(({ group }) => group.reference === side);
    if (!own) continue;
    const personIds = participantsOf(stage, side);
    await inviteParticipants(actor, { seriesId: series.id, sideId: own.id, personIds, newcomer: null }, now);
  }
}

/** Lets the invited people answer who `answers` says; each by the clock of the own zone, with moods of their own. */
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
export function workingDay(from: Day, days: number): Day {
  const day = addDays(from, days);
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, weekday === 6 ? 2 : weekday === 0 ? 1 : 0);
}
