import { recordAct } from "#lib/audit/record";
import { transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import { dayIn, GENEVA } from "#lib/kernel/zone";
import type { SetUpInput } from "#lib/people/schema";
import {
  endSetUpLinks,
  findGoodSetUpLink,
  hasAdministrator,
  insertHolding,
  upsertPersonByEmail,
} from "#lib/people/store";
import { hashToken } from "#lib/secrets/token";

/**
 * Makes the first administrator with the link that the terminal printed, and gives the person's id.
 *
 * A person who is known by this address gets the role; otherwise one is made. The link is used up, and once there is
 * an administrator no link is good, whoever comes first.
 *
 * @throws AppError `not_found` when the link is not good, or there is an administrator.
 */
export async function setUpAdministrator(input: SetUpInput, now = new Date()): Promise<string> {
  return transaction(async (db) => {
    const good = await findGoodSetUpLink(db, hashToken(input.token), now);
    if (!good || (await hasAdministrator(db, now))) throw new AppError("not_found", "setUp.linkGone");
    const { name, email, timeZone } = input;
    const id = await upsertPersonByEmail(db, { name, email, timeZone });
    const fromDay = dayIn(now, GENEVA);
    await insertHolding(db, { personId: id, role: "administrator", groupId: null, fromDay });
    await endSetUpLinks(db, now);
    await recordAct(
      db,
      { id, name },
      {
        action: "administratorSetUp",
        subjectType: "person",
        subjectId: id,
        after: { name, role: "administrator", fromDay },
      },
    );
    return id;
  });
}
