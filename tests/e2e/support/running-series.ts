import { where } from "./where.ts";

/** A series of its own for one journey: SG2 and SG20, running, with a co-chair of each side, a delegate and three meetings. */
export async function makeRunningSeries(
  reference: string,
  people: { readonly sg2CoChair: string; readonly sg20CoChair: string; readonly delegate: string },
): Promise<void> {
  process.env.DATABASE_URL = where().demo.database;
  const { db } = await import("#lib/db/client"); // reads DATABASE_URL when it loads
  const group = (name: string) => db.group.findFirstOrThrow({ where: { reference: name } });
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
        create: [
          { letter: "A", groupId: (await group("SG2")).id },
          { letter: "B", groupId: (await group("SG20")).id },
        ],
      },
      meetings: {
        create: ["02", "16", "30"].map((day, index) => ({
          ...{ sequence: index + 1, calendarUid: `${reference}-${index}@example.org` },
          startsAt: new Date(`2027-03-${day}T12:00Z`),
          endsAt: new Date(`2027-03-${day}T14:00Z`),
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
