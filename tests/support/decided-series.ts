import { askForAnotherTimeSchema } from "#lib/changes/schema";
import { askForAnotherTime } from "#lib/changes/usecases/ask-for-another-time";
import { db } from "#lib/db/client";
import { assentToChoice } from "#lib/decisions/usecases/assent-to-choice";
import { chooseSeries } from "#lib/decisions/usecases/choose-series";
import type { JointSeriesFixture } from "./joint-series.ts";
import { AFTER, answer, mailedToken, openFour } from "./poll.ts";

export const DORA = "dora.delegate@example.org";
export const JUN = "jun.second@example.org";

/** When another time for meeting 2 is asked for, and when its small poll closes, 17:00 in Geneva. */
export const NOW = new Date("2027-01-20T09:00:00Z");
export const CLOSED = new Date("2027-02-01T16:00:00Z");

/**
 * The first three of four slots decided by both sides. Dora (SG2) and Jun (SG20) can attend all; Dora the fourth only if
 * need be. Gives the slots in time order.
 */
export async function decideThree(series: JointSeriesFixture): Promise<string[]> {
  const slots = await openFour(series);
  const all = Object.fromEntries(slots.map((id) => [id, "yes" as const]));
  await answer({ token: await mailedToken(DORA) }, { ...all, [slots[3] ?? ""]: "if_need_be" });
  await answer({ token: await mailedToken(JUN) }, all);
  const { reference, cast } = series;
  const choice = { reference, slotIds: slots.slice(0, 3), aims: "", reason: "Tested" };
  const choiceId = await chooseSeries(cast.sg2CoChair, choice, AFTER);
  for (const [actor, sideId] of [
    [cast.sg2CoChair, series.sideA],
    [cast.sg20CoChair, series.sideB],
  ] as const)
    await assentToChoice(
      actor,
      {
        ...{ reference, choiceId, sideId, outcome: "agreed", method: "correspondence" },
        ...{ decidedBy: "The co-chair", evidence: "", comment: "" },
      },
      AFTER,
    );
  return slots;
}

/** Asks people about 25 March, two days after meeting 2, and the fourth slot of the series, until {@link CLOSED}. */
export function askAbout(
  series: JointSeriesFixture,
  changes: object = {},
  { actor = series.cast.sg2CoChair, now = NOW } = {},
): Promise<number> {
  return askForAnotherTime(
    actor,
    askForAnotherTimeSchema.parse({ reference: series.reference, ...FORM, ...changes }),
    now,
  );
}

/** What the form says: without the slots of the series. */
export const FORM = {
  ...{ sequence: 2, version: 1, lengthMinutes: 120, timeZone: "Europe/Zurich" },
  ...{ day1: "2027-03-25", clock1: "14:00", day: "2027-02-01", clock: "17:00" },
};

/** The newest small poll, with its slots in time order. */
export const smallPoll = () =>
  db.datePoll.findFirstOrThrow({
    where: { replacesId: { not: null } },
    include: { slots: { orderBy: { startsAt: "asc" } }, invitees: { include: { person: true } } },
    orderBy: { createdAt: "desc" },
  });
