import { recordAct } from "#lib/audit/record";
import { transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import type { Actor } from "#lib/people/domain/actor";
import type { PersonEntry } from "#lib/people/domain/person";
import type { ProfileInput } from "#lib/people/schema";
import { getPersonEntry, updatePerson } from "#lib/people/store";

/**
 * Changes one's own profile.
 *
 * @throws AppError `conflict` when it was changed since the form was opened.
 */
export async function updateProfile(actor: Actor, input: ProfileInput): Promise<void> {
  await transaction(async (db) => {
    const before = await getPersonEntry(db, actor.id);
    if (before.version !== input.version) throw new AppError("conflict", "refusal.conflict");
    const { version: _seen, ...profile } = input;
    await updatePerson(db, actor.id, profile);
    await recordAct(db, actor, {
      ...{ action: "profileUpdate", subjectType: "person", subjectId: actor.id },
      ...{ before: facts(before), after: profile },
    });
  });
}

const facts = ({ name, honorific, entity, country, timeZone }: PersonEntry) => ({
  ...{ name, honorific, entity, country, timeZone },
});
