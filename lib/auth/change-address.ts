import { recordAct } from "#lib/audit/record";
import { type Db, transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import { isUuid } from "#lib/kernel/uuid";
import { say } from "#lib/kernel/words";
import { postMail } from "#lib/outbox/post";
import type { Actor } from "#lib/people/domain/actor";
import { requireMayChangeAddress } from "#lib/people/domain/policy";
import { settings } from "#lib/settings/settings";
import { inEnglish } from "#lib/words/translate";
import type { ChangeAddressInput } from "./schema.ts";

/**
 * Gives a person another e-mail address and ends every key that was mailed to the one before: sessions, sign-in links,
 * ties to an identity provider, and personal links to polls. Both addresses get a mail; neither names the other.
 *
 * @throws AppError `forbidden` for who is no administrator, `not_found`, `invalid` when somebody has the address,
 *   `conflict` when the person was changed since the form was opened.
 */
export async function changeAddress(actor: Actor, input: ChangeAddressInput): Promise<void> {
  requireMayChangeAddress(actor);
  await transaction(async (db) => {
    const { personId: id, email, version } = input;
    const select = { name: true, email: true, version: true };
    const person = isUuid(id) ? await db.person.findUnique({ where: { id }, select }) : null;
    if (!person) throw new AppError("not_found", "refusal.notFound");
    if (person.version !== version) throw new AppError("conflict", "refusal.conflict");
    if (await db.person.findUnique({ where: { email }, select: { id: true } }))
      throw new AppError("invalid", "refusal.checkFields", { email: [say("people.addressTaken")] });
    await db.person.update({
      where: { id },
      data: { email, emailVerified: null, version: { increment: 1 } },
    });
    await endKeys(db, id);
    await recordAct(db, actor, {
      ...{ action: "addressChange", subjectType: "person", subjectId: id },
      after: { name: person.name },
    });
    const mail = { name: person.name, from: actor.name, link: new URL("/sign-in", settings().baseUrl).href };
    await tell(db, { ...mail, address: person.email, key: "people.address.mail.old" });
    await tell(db, { ...mail, address: email, key: "people.address.mail.new" });
  });
}

async function endKeys(db: Db, personId: string): Promise<void> {
  await db.session.deleteMany({ where: { personId } });
  await db.signInLink.deleteMany({ where: { personId } });
  await db.account.deleteMany({ where: { personId } });
  // The next mail of the poll brings another link.
  await db.pollInvitee.updateMany({ where: { personId }, data: { tokenHash: null } });
}

type Told = {
  readonly name: string;
  readonly from: string;
  readonly link: string;
  readonly address: string;
  readonly key: "people.address.mail.old" | "people.address.mail.new";
};

async function tell(db: Db, { key, address, ...values }: Told): Promise<void> {
  await postMail(db, {
    kind: "invitation",
    to: { name: values.name, address },
    subject: inEnglish(say("people.address.mail.subject")),
    text: inEnglish(say(key, values)),
  });
}
