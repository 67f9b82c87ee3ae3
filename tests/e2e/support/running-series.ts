import { where } from "./where.ts";

/** A series of its own for one journey: SG2 and SG20, running, with a co-chair of each side, a delegate and three meetings. */
export async function makeRunningSeries(
  reference: string,
  people: { readonly sg2CoChair: string; readonly sg20CoChair: string; readonly delegate: string },
): Promise<void> {
  process.env.DATABASE_URL = where().demo.database;
  const { db } = await import("#lib/db/client"); // reads DATABASE_URL when it loads
  const group = (name: string) => db.group.findFirstOrThrow({ where: { reference: name } });
  const side = async (letter: string, studyGroup: string, question: string) => ({
    ...{ letter, groupId: (await group(studyGroup)).id },
    questions: { create: { groupId: (await group(question)).id } },
  });
  const person = async (name: string) => (await db.person.findFirstOrThrow({ where: { name } })).id;
  const fromDay = new Date("2025-01-01");
  const coChair = await person(people.sg2CoChair);
  const series = await db.jointSeries.create({
    data: {
      ...{ reference, title: "IoT identification and NNAI", state: "running", meetingCount: 3 },
      topic: "Demarcation line between IoT identification and NNAI",
      mandateReference: "39A1/1",
      targetGroupId: (await group("TSAG")).id,
      createdById: coChair,
      sides: {
        create: [await side("A", "SG2", "Q1/2"), await side("B", "SG20", "Q6/20")],
      },
      meetings: {
        create: [100, 114, 128].map((days, index) => ({
          ...{ sequence: index + 1, calendarUid: `${reference}-${index}@example.org` },
          startsAt: inDays(days, 12),
          endsAt: inDays(days, 14),
        })),
      },
    },
    include: { sides: { orderBy: { letter: "asc" } } },
  });
  const [sideA = "", sideB = ""] = series.sides.map(({ id }) => id);
  const coChairRole = { seriesId: series.id, role: "co_chair", fromDay };
  await db.seriesMember.createMany({
    data: [
      { ...coChairRole, personId: coChair, sideId: sideA, office: "WP1/2 Chair" },
      { ...coChairRole, personId: await person(people.sg20CoChair), sideId: sideB, office: "WP2/20 Chair" },
      {
        ...{ seriesId: series.id, role: "participant", fromDay },
        ...{ personId: await person(people.delegate), sideId: sideA },
      },
    ],
  });
  await db.$disconnect();
}

/** An hour of a day to come, in UTC. */
function inDays(days: number, hour: number): Date {
  const today = new Date();
  return new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate() + days, hour));
}
