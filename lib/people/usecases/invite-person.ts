import { recordAct } from "#lib/audit/record";
import { type Db, transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import { say } from "#lib/kernel/words";
import { dayIn, GENEVA } from "#lib/kernel/zone";
import { postMail } from "#lib/outbox/post";
import type { Actor } from "#lib/people/domain/actor";
import { requireMayGiveRole } from "#lib/people/domain/policy";
import type { InviteInput } from "#lib/people/schema";
import { findPersonIdByEmail, findPlace, insertHolding, insertPerson } from "#lib/people/store";
import { settings } from "#lib/settings/settings";
import { inEnglish } from "#lib/words/translate";

/**
 * Writes a new person down with a first role from today on, tells them by mail how to sign in, and gives their id.
 *
 * @throws AppError `forbidden` when the actor may not give that role there; `invalid` when somebody has the address.
 */
export async function invitePerson(actor: Actor, input: InviteInput, now = new Date()): Promise<string> {
  return transaction(async (db) => {
    const { role, groupId, ...person } = input;
    const place = groupId === null ? null : await findPlace(db, groupId);
    requireMayGiveRole(actor, role, place);
    if (await findPersonIdByEmail(db, person.email))
      throw new AppError("invalid", "refusal.checkFields", { email: [say("people.addressKnown")] });
    const id = await insertPerson(db, person);
    const fromDay = dayIn(now, GENEVA);
    await insertHolding(db, { personId: id, role, groupId, fromDay });
    const subject = { subjectType: "person", subjectId: id };
    await recordAct(db, actor, { action: "personInvite", ...subject, after: { name: person.name } });
    const given = { name: person.name, role, group: place?.reference ?? "", fromDay };
    await recordAct(db, actor, { action: "roleGive", ...subject, after: given });
    await mailInvitation(db, actor, person);
    return id;
  });
}

async function mailInvitation(db: Db, actor: Actor, person: { name: string; email: string }): Promise<void> {
  const values = {
    name: person.name,
    from: actor.name,
    address: person.email,
    link: new URL("/sign-in", settings().baseUrl).href,
  };
  await postMail(db, {
    kind: "invitation",
    to: { name: person.name, address: person.email },
    subject: inEnglish(say("people.mail.subject")),
    text: inEnglish(say("people.mail.text", values)),
  });
}
