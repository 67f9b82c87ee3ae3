import { recordAct } from "#lib/audit/record";
import { transaction } from "#lib/db/client";
import type { Actor } from "#lib/people/domain/actor";
import { guestsOf, requireDeadlineFits, requireQuorumFits } from "#lib/scheduling/domain/opening";
import { existingInstant } from "#lib/scheduling/domain/offer";
import { requireMayRunPoll, requireTakesSlots } from "#lib/scheduling/domain/policy";
import { phaseOf } from "#lib/scheduling/domain/poll";
import type { Hiding } from "#lib/scheduling/domain/sight";
import type { OpenPollInput } from "#lib/scheduling/schema";
import { listInvitees } from "#lib/scheduling/store/invitees";
import { updatePollOpened } from "#lib/scheduling/store/polls";
import { AppError } from "#lib/kernel/errors";
import { advanceSeries } from "#lib/series/usecases/advance-series";
import { findPollFor } from "./find-poll-for.ts";
import { invitePeople } from "./invite-people.ts";

/**
 * Opens the poll until the deadline: every co-chair and participant of the series is asked, each with a personal
 * link by mail, and the series is scheduling. Gives how many people are asked.
 *
 * @throws AppError `forbidden` for who is no co-chair, `invalid` for a deadline that is past or leaves too few slots,
 *   or a quorum that a side cannot reach, `conflict` when the poll is open already.
 */
export async function openPoll(actor: Actor, input: OpenPollInput, now = new Date()): Promise<number> {
  return transaction(async (db) => {
    const { series, poll } = await findPollFor(db, actor, { key: input, right: requireMayRunPoll, now });
    requireTakesSlots(poll, now);
    if (phaseOf(poll, now) !== "draft") throw new AppError("conflict", "scheduling.refusal.openAlready");
    const closesAt = existingInstant(input);
    requireDeadlineFits(poll, { closesAt, now, meetingCount: series.meetingCount });
    const guests = guestsOf(series, await listInvitees(db, poll.id));
    const quorum = requireQuorumFits(series, guests, input.quorum);
    const hides = { hidesOthers: hid("others", input), hidesSides: hid("sides", input) };
    await updatePollOpened(db, poll.id, { closesAt, quorum, openedAt: now, openedById: actor.id, ...hides });
    const invitation = { pollId: poll.id, closesAt, slots: poll.slots.length, series, invitedBy: actor.name };
    await invitePeople(db, invitation, guests);
    await advanceSeries(db, series.id, "poll_opened");
    await recordAct(db, actor, {
      ...{ action: "pollOpen", subjectType: "poll", subjectId: poll.id, seriesId: series.id },
      after: {
        closesAt: closesAt.toISOString(),
        quorum,
        people: guests.length,
        slots: poll.slots.length,
        ...hides,
      },
    });
    return guests.length;
  });
}

const hid = (setting: Hiding, { hides = [] }: OpenPollInput) => hides.includes(setting);
