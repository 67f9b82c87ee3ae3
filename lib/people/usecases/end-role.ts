import { recordAct } from "#lib/audit/record";
import { type Db, transaction } from "#lib/db/client";
import { addDays, type Day } from "#lib/kernel/day";
import { AppError } from "#lib/kernel/errors";
import { say } from "#lib/kernel/words";
import { dayIn, GENEVA } from "#lib/kernel/zone";
import type { Actor } from "#lib/people/domain/actor";
import { requireMayGiveRole, requireMaySeePeople } from "#lib/people/domain/policy";
import type { EndRoleInput } from "#lib/people/schema";
import { countAdministrators, getHolding, updateHoldingEnd } from "#lib/people/store";

/**
 * Ends a role after its last day, or moves that day.
 *
 * The day before its first day takes it back altogether. A last day in the past ends it at once.
 *
 * @throws AppError `forbidden` when the actor may not; `invalid` when the day is earlier than that; `conflict` when
 *   the installation would be without an administrator.
 */
export async function endRole(actor: Actor, input: EndRoleInput, now = new Date()): Promise<void> {
  requireMaySeePeople(actor);
  await transaction(async (db) => {
    const held = await getHolding(db, input.holdingId);
    requireMayGiveRole(actor, held.role, held.place);
    if (input.toDay < addDays(held.fromDay, -1))
      throw new AppError("invalid", "refusal.checkFields", { toDay: [say("people.endsBeforeStart")] });
    await updateHoldingEnd(db, held.id, input.toDay);
    if (held.role === "administrator") await requireAnAdministrator(db, [dayIn(now, GENEVA), input.toDay]);
    await recordAct(db, actor, {
      ...{ action: "roleEnd", subjectType: "person", subjectId: held.personId },
      before: { toDay: held.toDay },
      after: { name: held.name, role: held.role, group: held.place?.reference ?? "", toDay: input.toDay },
    });
  });
}

/** Else nobody could give the role again, and the next start would print a set-up link. */
async function requireAnAdministrator(db: Db, [today, lastDay]: readonly [Day, Day]): Promise<void> {
  const after = lastDay < today ? today : addDays(lastDay, 1);
  if ((await countAdministrators(db, after)) === 0)
    throw new AppError("conflict", "people.lastAdministrator");
}
