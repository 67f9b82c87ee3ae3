import { noisyPoll } from "../../support/noisy-poll.ts";
import { where } from "./where.ts";

const DAY_MS = 86_400_000;
/** Five meetings of so many slots, on answers that are noise: no search proves its best series within its time. */
const SIZE = { slots: 500, people: 60, meetings: 5 };

const bytesOf = (answers: unknown) => (answers instanceof Uint8Array ? Uint8Array.from(answers) : null);

/**
 * A closed poll of a series that {@link makeAgreedSeries} made, whose search really takes long: five meetings, five slots
 * on each of a hundred days, and answers of sixty people, made by chance and always the same.
 */
export async function closeHardPollOf(reference: string): Promise<void> {
  process.env.DATABASE_URL = where().demo.database;
  const { db } = await import("#lib/db/client"); // reads DATABASE_URL when it loads
  const { slots, people } = noisyPoll(SIZE);
  const series = await db.jointSeries.update({
    where: { reference },
    data: { state: "scheduling", meetingCount: SIZE.meetings },
    include: { sides: { orderBy: { letter: "asc" } } },
  });
  const today = Math.floor(Date.now() / DAY_MS) * DAY_MS;
  const later = today + 30 * DAY_MS - Math.floor((slots[0]?.startsAt.getTime() ?? 0) / DAY_MS) * DAY_MS;
  const poll = await db.datePoll.create({
    data: {
      ...{ seriesId: series.id, state: "open", quorum: { A: 1, B: 1 }, nextOrdinal: slots.length },
      ...{ openedAt: new Date(today - 9 * DAY_MS), closesAt: new Date(today - DAY_MS) },
      slots: {
        create: slots.map(({ startsAt, lengthMinutes }, ordinal) => ({
          ...{ ordinal, lengthMinutes, timeZone: "UTC", proposedById: series.createdById },
          startsAt: new Date(startsAt.getTime() + later),
        })),
      },
    },
  });
  for (const [number, { side, zone, answers }] of people.entries())
    await db.person.create({
      data: {
        ...{ name: `Noise ${number} of ${reference}`, email: `noise.${number}.${reference}@example.org` },
        ...{ entity: "Example", timeZone: zone },
        invitees: {
          create: {
            ...{
              pollId: poll.id,
              answers: bytesOf(answers),
              answeredAt: new Date(today - 5 * DAY_MS),
              version: 1,
            },
            sideId: series.sides.find(({ letter }) => letter === side)?.id ?? "",
          },
        },
      },
    });
  await db.$disconnect();
}
