import { execFileSync } from "node:child_process";
import { openDatabase } from "#lib/db/embedded";
import type { Actor } from "#lib/people/domain/actor";
import type { Answer } from "#lib/scheduling/domain/packed-answers";
import { figure, type Measure } from "../../bench/figure.ts";
import type { JointSeriesFixture } from "../support/joint-series.ts";
import { removeData } from "../support/product.ts";

const DATA = ".data/fault-races";
/** How many races of each kind are run; `LIAISE_RACES` in the environment says otherwise. */
const RACES = Number(process.env.LIAISE_RACES ?? 1_000);
/** So many are written at once; they are run one after the other. */
const PREPARED = 20;
const DAY_MS = 86_400_000;
const SLOTS = 4;
/** People of one instant: some still see the poll open, others closed. Their clocks are arguments. */
const CLOSES = new Date("2027-01-15T16:00:00Z");
const OPEN = new Date(CLOSES.getTime() - 60_000);
const CLOSED = new Date(CLOSES.getTime() + 1);

type Race = {
  readonly reference: string;
  readonly seriesId: string;
  readonly pollId: string;
  readonly choiceId: string;
  readonly sides: Readonly<Record<"A" | "B", string>>;
  readonly coChairs: Readonly<Record<"A" | "B", Actor>>;
  readonly delegate: Actor;
  readonly slotIds: readonly string[];
};

type Outcome = { decisions: number; lost: number };

/**
 * In each race both sides finalise, twice each, while a co-chair adds a slot and a delegate saves two different
 * answers: all at the same instant. Double: more than one decision, or another number of meetings than one decision
 * gives. Lost: an answer or a slot that was confirmed and is not there, or an assent that was confirmed by both sides
 * and decided nothing.
 */
export const races: Measure = {
  name: "races",
  async run() {
    await removeData(DATA);
    process.env.LIAISE_DATA = DATA;
    const database = await openDatabase();
    process.env.DATABASE_URL = database.url;
    // In a process of its own: the migration engine would keep this one alive for ten seconds.
    execFileSync(process.execPath, ["tests/support/migrate.ts"], { stdio: ["ignore", 2, 2] });
    const { db } = await import("#lib/db/client");
    try {
      const found = await runAll();
      const note = `${RACES} races, each of 4 assents, 1 new slot and 2 answers at once`;
      return [
        figure({ name: "races.double-decisions", unit: "decisions", target: "== 0", note }, [found.doubles]),
        figure({ name: "races.lost-updates", unit: "updates", target: "== 0", note }, [found.lost]),
        figure({ name: "races.decided", unit: "races", target: `== ${RACES}` }, [found.decided]),
      ];
    } finally {
      await db.$disconnect();
      await database.close();
      await removeData(DATA);
    }
  },
};

async function runAll() {
  const { emptyDatabase } = await import("../support/clean.ts");
  const { makeJointSeries } = await import("../support/joint-series.ts");
  await emptyDatabase();
  const cast = await makeJointSeries("scheduling");
  const found = { doubles: 0, lost: 0, decided: 0 };
  for (let from = 0; from < RACES; from += PREPARED) {
    const count = Math.min(PREPARED, RACES - from);
    const ready = await Promise.all(Array.from({ length: count }, (_, index) => prepare(cast, from + index)));
    for (const race of ready) {
      const { decisions, lost } = await runRace(race);
      found.doubles += Math.max(0, decisions - 1);
      found.decided += decisions === 1 ? 1 : 0;
      found.lost += lost;
    }
  }
  return found;
}

/** A series of its own with a poll that everybody answered, and dates put forward. */
async function prepare({ cast, sg2, sg20 }: JointSeriesFixture, number: number): Promise<Race> {
  const { db } = await import("#lib/db/client");
  const { packAnswers } = await import("#lib/scheduling/domain/packed-answers");
  const reference = `race-${number}`;
  const people = { A: [cast.sg2CoChair, cast.sg2Delegate], B: [cast.sg20CoChair, cast.sg20Delegate] };
  const fromDay = new Date("2025-01-01");
  const series = await db.jointSeries.create({
    data: {
      ...{
        reference,
        title: "A race",
        state: "scheduling",
        meetingCount: 3,
        createdById: cast.sg2CoChair.id,
      },
      sides: {
        create: [
          { letter: "A", groupId: sg2 },
          { letter: "B", groupId: sg20 },
        ],
      },
    },
    include: { sides: true },
  });
  const sideOf = (letter: "A" | "B") => series.sides.find((side) => side.letter === letter)?.id ?? "";
  const sides = { A: sideOf("A"), B: sideOf("B") };
  await db.seriesMember.createMany({
    data: (["A", "B"] as const).flatMap((letter) =>
      people[letter].map(({ id: personId }, index) => ({
        ...{ seriesId: series.id, sideId: sides[letter], personId, fromDay },
        role: index === 0 ? "co_chair" : "participant",
      })),
    ),
  });
  const answers = packAnswers(new Map(Array.from({ length: SLOTS }, (_, slot) => [slot, "yes" as const])));
  const poll = await db.datePoll.create({
    data: {
      ...{ seriesId: series.id, state: "open", quorum: { A: 1, B: 1 }, nextOrdinal: SLOTS },
      ...{ openedAt: new Date(OPEN.getTime() - DAY_MS), closesAt: CLOSES },
      slots: {
        create: Array.from({ length: SLOTS }, (_, ordinal) => ({
          ...{ ordinal, lengthMinutes: 120, timeZone: "UTC", proposedById: cast.sg2CoChair.id },
          startsAt: new Date(CLOSES.getTime() + (70 + 7 * ordinal) * DAY_MS),
        })),
      },
      invitees: {
        create: (["A", "B"] as const).flatMap((letter) =>
          people[letter].map(({ id: personId }) => ({
            personId,
            sideId: sides[letter],
            answers,
            version: 1,
          })),
        ),
      },
    },
    include: { slots: { orderBy: { ordinal: "asc" } } },
  });
  const slotIds = poll.slots.map(({ id }) => id);
  const choice = await db.pollChoice.create({
    data: { pollId: poll.id, slotIds: slotIds.slice(0, 3), proposedById: cast.sg2CoChair.id, rank: 1 },
  });
  const part = (actor: Actor, letter: "A" | "B", role: "co_chair" | "participant"): Actor => ({
    ...{ ...actor, parts: [{ seriesId: series.id, sideId: sides[letter], role }] },
  });
  return {
    ...{ reference, seriesId: series.id, pollId: poll.id, choiceId: choice.id, sides, slotIds },
    coChairs: { A: part(cast.sg2CoChair, "A", "co_chair"), B: part(cast.sg20CoChair, "B", "co_chair") },
    delegate: part(cast.sg2Delegate, "A", "participant"),
  };
}

async function runRace(race: Race): Promise<Outcome> {
  const { answerPoll } = await import("#lib/scheduling/usecases/answer-poll");
  const { offerSlots } = await import("#lib/scheduling/usecases/offer-slots");
  const { assentToChoice } = await import("#lib/decisions/usecases/assent-to-choice");
  const { reference, choiceId, sides, coChairs, delegate, slotIds } = race;
  const assent = (letter: "A" | "B") => {
    const said = { outcome: "agreed", method: "correspondence", decidedBy: letter } as const;
    const input = { reference, choiceId, sideId: sides[letter], ...said, evidence: "", comment: "" };
    return assentToChoice(coChairs[letter], input, CLOSED);
  };
  const answer = (note: string, said: Answer) => {
    const answers = Object.fromEntries(slotIds.map((id) => [id, said]));
    const input = { slotsVersion: 1, version: 1, seen: [...slotIds], answers, note };
    return answerPoll({ actor: delegate, reference }, input, OPEN);
  };
  const slot = { day: "2027-06-01", clock: "10:00", timeZone: "Europe/Zurich", lengthMinutes: 60 };
  const edit = () => offerSlots(coChairs.B, { reference, slots: [slot] }, OPEN);
  const [assents, edited, answers] = await Promise.all([
    Promise.allSettled([assent("A"), assent("B"), assent("A"), assent("B")]),
    Promise.allSettled([edit()]),
    Promise.allSettled([answer("first", "if_need_be"), answer("second", "no")]),
  ]);
  return judge(race, { assents, edited, answers });
}

type Settled = Readonly<Record<"assents" | "edited" | "answers", readonly PromiseSettledResult<unknown>[]>>;

const kept = ({ status }: PromiseSettledResult<unknown>) => status === "fulfilled";

async function judge({ pollId, seriesId, delegate }: Race, settled: Settled): Promise<Outcome> {
  const { db } = await import("#lib/db/client");
  for (const result of [...settled.assents, ...settled.edited, ...settled.answers])
    if (result.status === "rejected" && result.reason?.name !== "AppError") throw result.reason;
  const [records, meetings, acts, slots, row] = await Promise.all([
    db.decisionRecord.count({ where: { pollId } }),
    db.meeting.count({ where: { seriesId } }),
    db.auditEntry.count({ where: { seriesId, action: "datesDecide" } }),
    db.slot.count({ where: { pollId } }),
    db.pollInvitee.findUniqueOrThrow({ where: { pollId_personId: { pollId, personId: delegate.id } } }),
  ]);
  const decisions = meetings === 3 * records ? Math.max(records, acts) : 2;
  const undecided = settled.assents.every(kept) && records === 0;
  const saved = ["first", "second"].filter(
    (_, index) => settled.answers[index] && kept(settled.answers[index]),
  );
  const lostAnswer = row.version !== 1 + saved.length || (saved.length > 0 && !saved.includes(row.note));
  const lostSlot = slots !== SLOTS + settled.edited.filter(kept).length;
  return { decisions, lost: [undecided, lostAnswer, lostSlot].filter(Boolean).length };
}
