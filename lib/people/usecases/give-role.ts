import { recordAct } from "#lib/audit/record";
import { transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import { say } from "#lib/kernel/words";
import type { Actor } from "#lib/people/domain/actor";
import { requireMayGiveRole, requireMaySeePeople } from "#lib/people/domain/policy";
import { spansMeet } from "#lib/people/domain/role";
import type { GiveRoleInput } from "#lib/people/schema";
import { findPlace, getPersonEntry, insertHolding } from "#lib/people/store";

/**
 * Gives a person a role from a first day on.
 *
 * @throws AppError `forbidden` when the actor may not give it there; `invalid` when the person has it already on one
 *   of those days.
 */
export async function giveRole(actor: Actor, input: GiveRoleInput): Promise<void> {
  requireMaySeePeople(actor);
  await transaction(async (db) => {
    const { personId, role, groupId, fromDay, toDay } = input;
    const place = groupId === null ? null : await findPlace(db, groupId);
    requireMayGiveRole(actor, role, place);
    const person = await getPersonEntry(db, personId);
    const held = person.roles.some(
      (span) => span.role === role && (span.place?.id ?? null) === groupId && spansMeet(span, input),
    );
    if (held) throw new AppError("invalid", "refusal.checkFields", { role: [say("people.roleHeld")] });
    await insertHolding(db, { personId, role, groupId, fromDay, toDay });
    await recordAct(db, actor, {
      ...{ action: "roleGive", subjectType: "person", subjectId: personId },
      after: { name: person.name, role, group: place?.reference ?? "", fromDay, toDay },
    });
  });
}
