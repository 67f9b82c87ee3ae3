import { db } from "#lib/db/client";
import type { Actor } from "#lib/people/domain/actor";
import { findActor } from "#lib/people/store";

const FIRST_DAY = new Date("2025-01-01");

/** People of a series in the tests, by part. `sg2…` belong to side A, `sg20…` to side B. */
export type Cast = {
  readonly administrator: Actor;
  readonly sg2CoChair: Actor;
  readonly sg20CoChair: Actor;
  readonly sg2Chair: Actor;
  readonly sg20Chair: Actor;
  readonly sg2Secretariat: Actor;
  readonly sg20Secretariat: Actor;
  readonly sg2Delegate: Actor;
  readonly sg20Delegate: Actor;
  /** Signed in, but with no part in anything. */
  readonly stranger: Actor;
};

export type JointSeriesFixture = {
  readonly id: string;
  readonly reference: string;
  readonly sideA: string;
  readonly sideB: string;
  readonly sg2: string;
  readonly sg20: string;
  readonly tsag: string;
  readonly cast: Cast;
};

async function person(name: string, timeZone = "Europe/Zurich") {
  const email = `${name.toLowerCase().replaceAll(" ", ".")}@example.org`;
  return (await db.person.create({ data: { name, email, entity: "Example", timeZone } })).id;
}

async function group(studyPeriodId: string, reference: string, parentId?: string) {
  const kind = /^[A-Z]+/.exec(reference)?.[0] ?? "";
  const data = {
    studyPeriodId,
    kind,
    reference,
    parentId: parentId ?? null,
    secretariatEmail: kind === "Q" || kind === "WP" ? null : `tsb.${reference.toLowerCase()}@example.org`,
    lists: kind === "SG" ? { create: { address: `${reference.toLowerCase()}@lists.example.org` } } : {},
  };
  return (await db.group.create({ data })).id;
}

const hold = (personId: string, role: string, groupId: string | null) =>
  db.roleHolding.create({ data: { personId, role, groupId, fromDay: FIRST_DAY } });

/**
 * A series of SG2 (side A, Q1/2) and SG20 (side B, Q6/20) in the given state, with one person of each part.
 *
 * Call it on an empty database (`emptyDatabase()`).
 */
export async function makeJointSeries(state = "agreed"): Promise<JointSeriesFixture> {
  const period = await db.studyPeriod.create({
    data: { name: "2025-2028", fromDay: FIRST_DAY, toDay: new Date("2028-12-31") },
  });
  const sg2 = await group(period.id, "SG2");
  const sg20 = await group(period.id, "SG20");
  const tsag = await group(period.id, "TSAG");
  const wp12 = await group(period.id, "WP1/2", sg2);
  const wp220 = await group(period.id, "WP2/20", sg20);
  const q12 = await group(period.id, "Q1/2", wp12);
  const q620 = await group(period.id, "Q6/20", wp220);

  const ids = {
    administrator: await person("Ada Admin"),
    sg2CoChair: await person("Paul First", "Europe/London"),
    sg20CoChair: await person("Jun Second", "Asia/Seoul"),
    sg2Chair: await person("Carla Chair"),
    sg20Chair: await person("Cyril Chair"),
    sg2Secretariat: await person("Sam Secretary"),
    sg20Secretariat: await person("Sid Secretary"),
    sg2Delegate: await person("Dora Delegate", "America/New_York"),
    sg20Delegate: await person("Dev Delegate", "Asia/Kolkata"),
    stranger: await person("Stan Stranger"),
  };
  await hold(ids.administrator, "administrator", null);
  await hold(ids.sg2CoChair, "wp_chair", wp12);
  await hold(ids.sg20CoChair, "wp_chair", wp220);
  await hold(ids.sg2Chair, "chair", sg2);
  await hold(ids.sg20Chair, "chair", sg20);
  await hold(ids.sg2Secretariat, "secretariat", sg2);
  await hold(ids.sg20Secretariat, "secretariat", sg20);
  await hold(ids.sg2Delegate, "delegate", q12);
  await hold(ids.sg20Delegate, "delegate", q620);

  const series = await db.jointSeries.create({
    data: {
      reference: "sg2-sg20-identification",
      title: "IoT identification and NNAI",
      topic: "Demarcation line between IoT identification and NNAI",
      output: "Draft report to TSAG",
      state,
      meetingCount: 3,
      mandateReference: "39A1/1",
      targetGroupId: tsag,
      targetMonth: "2027-05",
      createdById: ids.sg2CoChair,
      sides: {
        create: [
          { letter: "A", groupId: sg2, questions: { create: { groupId: q12 } } },
          { letter: "B", groupId: sg20, questions: { create: { groupId: q620 } } },
        ],
      },
    },
    include: { sides: { orderBy: { letter: "asc" } } },
  });
  const [sideA, sideB] = series.sides.map(({ id }) => id) as [string, string];
  const part = (personId: string, sideId: string, office = "") => ({
    ...{ seriesId: series.id, personId, sideId, office, fromDay: FIRST_DAY },
    role: office ? "co_chair" : "participant",
    putForwardAt: office ? FIRST_DAY : null,
  });
  await db.seriesMember.createMany({
    data: [
      part(ids.sg2CoChair, sideA, "WP1/2 Chair"),
      part(ids.sg20CoChair, sideB, "WP2/20 Chair"),
      part(ids.sg2Delegate, sideA),
      part(ids.sg20Delegate, sideB),
    ],
  });

  const cast: Record<string, Actor> = {};
  for (const [name, id] of Object.entries(ids)) cast[name] = await actorOf(id);
  return {
    ...{ id: series.id, reference: series.reference, sideA, sideB, sg2, sg20, tsag },
    cast: cast as Cast,
  };
}

/** The person's rights as the database has them now. */
export async function actorOf(personId: string): Promise<Actor> {
  const actor = await findActor(db, { personId }, new Date());
  if (!actor) throw new Error(`no person ${personId}`);
  return actor;
}
