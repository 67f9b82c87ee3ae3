import { transaction } from "#lib/db/client";
import { addressOf, readAims } from "#lib/decisions/domain/aims";
import { aimsOfPoll, aimsToKeep, usualAims } from "#lib/decisions/domain/usual-aims";
import type { SetAimsInput } from "#lib/decisions/schema";
import { AppError } from "#lib/kernel/errors";
import type { Actor } from "#lib/people/domain/actor";
import { requireMayRunPoll } from "#lib/scheduling/domain/policy";
import { keepAims } from "#lib/scheduling/usecases/keep-aims";
import { takePoll } from "#lib/scheduling/usecases/take-poll";
import { loadSeries } from "#lib/series/usecases/load-series";
import { gatherStanding } from "./gather-standing.ts";

/**
 * Makes the aims that an address names those of the poll: for the ranking of everybody, reminders, the forecast, and
 * what is checked when slots are chosen by hand.
 *
 * @throws AppError `forbidden` for who is no co-chair, `invalid` for a quorum that a side cannot reach, `conflict` when
 *   other aims were set since `version`, before slots are offered, and when all is decided.
 */
export async function setAims(actor: Actor, input: SetAimsInput, now = new Date()): Promise<void> {
  await transaction(async (db) => {
    const series = await loadSeries(actor, input.reference, { db, now });
    requireMayRunPoll(actor, series);
    const poll = await takePoll(db, series);
    if (poll.state === "decided") throw new AppError("conflict", "scheduling.refusal.decided");
    const standing = await gatherStanding(db, series, { poll, now });
    const around = { ...standing, now };
    const aims = readAims(addressOf(input.aims), aimsOfPoll(series, poll, around));
    const required = standing.people.filter(({ id }) => aims.required.includes(id));
    await keepAims(db, actor, {
      ...{ series, poll },
      kept: {
        aims: aimsToKeep(aims, usualAims(series, poll, around)),
        quorum: aims.quorum,
        requiredPersonIds: required.map(({ personId }) => personId),
        seenVersion: input.version,
      },
    });
  });
}
