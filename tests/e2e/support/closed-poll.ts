import { where } from "./where.ts";

const DAY_MS = 86_400_000;
const ANSWERS = ["yes", "yes", "if_need_be", "yes", "no", "yes"] as const;

/**
 * A closed poll of a series that {@link makeAgreedSeries} made: slots once a week from 70 days ahead on, at 13:00 UTC and
 * at 08:00 UTC in turns, and answers of everybody to all of them.
 */
export async function closePollOf(reference: string, slots = 8): Promise<void> {
  process.env.DATABASE_URL = where().demo.database;
  const { db } = await import("#lib/db/client"); // reads DATABASE_URL when it loads
  const { packAnswers } = await import("#lib/scheduling/domain/packed-answers");
  const series = await db.jointSeries.findUniqueOrThrow({ where: { reference }, include: { members: true } });
  const today = Math.floor(Date.now() / DAY_MS) * DAY_MS;
  const poll = await db.datePoll.create({
    data: {
      ...{ seriesId: series.id, state: "open", quorum: { A: 1, B: 1 }, nextOrdinal: slots },
      ...{ openedAt: new Date(today - 9 * DAY_MS), closesAt: new Date(today - DAY_MS) },
      slots: {
        create: Array.from({ length: slots }, (_, ordinal) => ({
          ...{ ordinal, lengthMinutes: 120, timeZone: "UTC", proposedById: series.createdById },
          startsAt: new Date(today + (70 + 7 * ordinal) * DAY_MS + (ordinal % 2 ? 8 : 13) * 3_600_000),
        })),
      },
    },
  });
  for (const [index, { personId, sideId }] of series.members.entries()) {
    const given = Array.from({ length: slots }, (_, ordinal) => ordinal).map(
      (ordinal) => [ordinal, ANSWERS[(ordinal + 2 * index) % ANSWERS.length] ?? "yes"] as const,
    );
    const answers = packAnswers(new Map(given));
    await db.pollInvitee.create({
      data: { pollId: poll.id, personId, sideId, answers, answeredAt: new Date(today - 5 * DAY_MS) },
    });
  }
  await db.jointSeries.update({ where: { id: series.id }, data: { state: "scheduling" } });
  await db.$disconnect();
}
