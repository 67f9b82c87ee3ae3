import { where } from "./where.ts";

/** A series of its own for one journey: SG2 and SG20, agreed by both sides, with a co-chair and a delegate of each. */
export async function makeAgreedSeries(
  reference: string,
  people: Readonly<Record<"A" | "B", { readonly coChair: string; readonly delegate: string }>>,
): Promise<void> {
  process.env.DATABASE_URL = where().demo.database;
  const { db } = await import("#lib/db/client"); // reads DATABASE_URL when it loads
  const group = async (name: string) => (await db.group.findFirstOrThrow({ where: { reference: name } })).id;
  const person = async (name: string) => (await db.person.findFirstOrThrow({ where: { name } })).id;
  const createdById = await person(people.A.coChair);
  const series = await db.jointSeries.create({
    data: {
      ...{ reference, title: "Naming of things", state: "agreed", meetingCount: 3, createdById },
      targetGroupId: await group("TSAG"),
      sides: {
        create: [
          { letter: "A", groupId: await group("SG2") },
          { letter: "B", groupId: await group("SG20") },
        ],
      },
    },
    include: { sides: true },
  });
  const fromDay = new Date("2025-01-01");
  for (const { id: sideId, letter } of series.sides) {
    const { coChair, delegate } = people[letter === "A" ? "A" : "B"];
    const shared = { seriesId: series.id, sideId, fromDay };
    await db.seriesMember.createMany({
      data: [
        { ...shared, personId: await person(coChair), role: "co_chair" },
        { ...shared, personId: await person(delegate), role: "participant" },
      ],
    });
    await db.sideConsent.create({
      data: {
        ...{ seriesId: series.id, sideId, subject: "series", subjectId: series.id, outcome: "agreed" },
        ...{ method: "correspondence", decidedBy: coChair, decidedOn: fromDay, recordedById: createdById },
      },
    });
  }
  await db.$disconnect();
}
