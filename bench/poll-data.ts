import { randomBytes } from "node:crypto";
import { hashToken, newToken } from "#lib/secrets/token";

export type PollData = {
  readonly reference: string;
  /** The Cookie header of a delegate who is signed in, one of those asked. */
  readonly cookie: string;
  readonly invitees: readonly { readonly id: string; readonly personId: string; readonly token: string }[];
  /** In time order. */
  readonly slotIds: readonly string[];
};

const DAY_MS = 86_400_000;
const ZONES = ["Asia/Seoul", "Europe/Zurich", "America/New_York", "Europe/London", "Asia/Kolkata"];
const ANSWERS = ["yes", "if_need_be", "no"] as const;

/**
 * Writes a series of two sides with an open poll that everybody answered, into the migrated, empty database of
 * DATABASE_URL. `lib/db/client` must not have been loaded before that was set. With `noise` the answers say nothing of each
 * other.
 */
export async function makePoll(size: { slots: number; people: number; noise?: boolean }): Promise<PollData> {
  const { db } = await import("#lib/db/client");
  const { makeJointSeries } = await import("../tests/support/joint-series.ts");
  const { emptyDatabase } = await import("../tests/support/clean.ts");
  await emptyDatabase();
  const series = await makeJointSeries("agreed");
  const now = Date.now();
  const poll = await db.datePoll.create({
    data: {
      ...{ seriesId: series.id, state: "open", quorum: { A: 3, B: 3 }, nextOrdinal: size.slots },
      ...{ openedAt: new Date(now), closesAt: new Date(now + 30 * DAY_MS) },
      slots: {
        create: Array.from({ length: size.slots }, (_, ordinal) => ({
          ...{
            ordinal,
            lengthMinutes: 120,
            timeZone: "Europe/Zurich",
            proposedById: series.cast.sg2CoChair.id,
          },
          startsAt: new Date(Math.floor(now / DAY_MS) * DAY_MS + (40 + ordinal) * DAY_MS + 12 * 3_600_000),
        })),
      },
    },
  });
  const invitees: { id: string; personId: string; token: string }[] = [];
  for (let number = 0; number < size.people; number += 1)
    invitees.push(await invite(number, { pollId: poll.id, ...size, series }));
  const token = newToken();
  const expires = new Date(now + DAY_MS);
  await db.session.create({
    data: { tokenHash: hashToken(token), personId: invitees[0]?.personId ?? "", expires },
  });
  const slots = await db.slot.findMany({ where: { pollId: poll.id }, orderBy: { startsAt: "asc" } });
  const slotIds = slots.map(({ id }) => id);
  return { reference: series.reference, cookie: `authjs.session-token=${token}`, invitees, slotIds };
}

type Inviting = {
  pollId: string;
  slots: number;
  noise?: boolean;
  series: { id: string; sideA: string; sideB: string };
};

/** A number that looks like chance, always the same for the same two. */
const noiseOf = (one: number, other: number) =>
  Math.imul(Math.imul(one + 1, 2_654_435_761) ^ Math.imul(other + 1, 1_597_334_677), 2_246_822_519) >>> 9;

async function invite(number: number, { pollId, slots, noise = false, series }: Inviting) {
  const { db } = await import("#lib/db/client");
  const { packAnswers } = await import("#lib/scheduling/domain/packed-answers");
  const token = randomBytes(16).toString("base64url");
  const sideId = number % 2 ? series.sideA : series.sideB;
  const answers = packAnswers(
    new Map(
      Array.from({ length: slots }, (_, ordinal) => [
        ordinal,
        ANSWERS[(noise ? noiseOf(number, ordinal) : number * 7 + ordinal * 3) % 3] ?? "no",
      ]),
    ),
  );
  const person = await db.person.create({
    data: {
      ...{ name: `Delegate Number ${number}`, email: `delegate.${number}@example.org`, entity: "Example" },
      timeZone: ZONES[number % ZONES.length] ?? "UTC",
      seriesMembers: {
        create: {
          seriesId: series.id,
          sideId,
          role: "participant",
          office: "",
          fromDay: new Date("2025-01-01"),
        },
      },
      invitees: {
        create: { pollId, sideId, tokenHash: hashToken(token), answers, answeredAt: new Date(), version: 1 },
      },
    },
    include: { invitees: true },
  });
  return { id: person.invitees[0]?.id ?? "", personId: person.id, token };
}
