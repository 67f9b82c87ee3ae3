import { putChangeForward } from "#lib/changes/usecases/put-change-forward";
import { db } from "#lib/db/client";
import { addDays, type Day } from "#lib/kernel/day";
import { addMinutes } from "#lib/kernel/interval";
import { dayIn, GENEVA } from "#lib/kernel/zone";
import { readClock } from "#lib/meetings/domain/wall-clocks";
import { viewOffer } from "#lib/scheduling/usecases/view-offer";
import { waiveSlotFindings } from "#lib/scheduling/usecases/waive-slot-findings";
import { breachesOf } from "#lib/waivers/domain/waiver";
import { tenOClock } from "./demo-steps.ts";
import { SIDES, type Stage } from "./demo-story.ts";

/**
 * One slot that breaks a rule is offered all the same, one announced meeting is asked to move, and one was announced
 * before Morocco gave up its summer time.
 */
export async function playChanges(stage: Stage, today: Day): Promise<void> {
  const now = tenOClock(today, -1);
  await setOneAside(stage, now);
  await askToMove(stage, now);
  await announceByOlderClocks(now);
}

async function setOneAside(stage: Stage, now: Date): Promise<void> {
  const meetings = await db.groupMeeting.findMany({ where: { group: { reference: "SG2" } } });
  const [first] = meetings;
  if (!first) return;
  const slot = await db.slot.findFirst({
    where: { startsAt: { gte: first.opensOn, lt: first.closesOn }, poll: { state: "open" } },
    include: { poll: { include: { series: true } } },
  });
  if (!slot) return;
  const { reference } = slot.poll.series;
  const coChair = await stage.as(SIDES.SG2.coChair, now);
  const { slots } = await viewOffer(coChair, reference, now);
  const found = slots.find(({ slot: { id } }) => id === slot.id)?.findings ?? [];
  const findings = breachesOf(found, slot.id).filter(({ rule }) => rule === "D1");
  await waiveSlotFindings(
    coChair,
    {
      ...{ reference, rule: "D1", findings },
      reason: "The people of Q1/2 are in one building in that week.",
    },
    now,
  );
}

async function askToMove(stage: Stage, now: Date): Promise<void> {
  const meeting = await db.meeting.findFirst({
    where: { sequence: 2, startsAt: { gt: now } },
    include: { series: true },
  });
  if (!meeting) return;
  const { sequence, version, startsAt } = meeting;
  await putChangeForward(
    await stage.as(SIDES.SG20.coChair, now),
    {
      ...{ reference: meeting.series.reference, sequence, version, kind: "move" },
      ...{ day: addDays(dayIn(startsAt, GENEVA), 1), clock: "09:00", timeZone: GENEVA, lengthMinutes: 120 },
      reason: "A national meeting takes the first choice of day.",
      aimsReason: "No other day of that week is free for both co-chairs.",
    },
    now,
  );
}

/** The tz data of 2025 still had Casablanca an hour ahead of UTC: that is what its people were told. */
async function announceByOlderClocks(now: Date): Promise<void> {
  const meeting = await db.meeting.findFirst({ where: { sequence: 1, startsAt: { gt: now } } });
  if (!meeting) return;
  const told = readClock(addMinutes(meeting.startsAt, 60), "UTC");
  const wallClocks = { ...Object(meeting.wallClocks), "Africa/Casablanca": told };
  await db.meeting.update({ where: { id: meeting.id }, data: { wallClocks, tzVersion: "2025b" } });
}
