import { setTimeout } from "node:timers/promises";
import { db, transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import { addMinutes } from "#lib/kernel/interval";
import { say } from "#lib/kernel/words";
import { postMail } from "#lib/outbox/post";
import { hashToken, newToken } from "#lib/secrets/token";
import { settings } from "#lib/settings/settings";
import { inEnglish } from "#lib/words/translate";
import { isWithinLimit, type Limit } from "./rate-limit.ts";

/** How long a mailed link is good. */
export const LINK_MINUTES = 15;

const SPAN_MINUTES = 15;
/** Far above what a whole delegation behind one address needs. */
const PER_NETWORK: Limit = { name: "sign-in network", most: 300, minutes: SPAN_MINUTES };
const PER_BROWSER: Limit = { name: "sign-in browser", most: 10, minutes: SPAN_MINUTES };
const PER_ADDRESS: Limit = { name: "sign-in address", most: 5, minutes: SPAN_MINUTES };

/** The answer takes at least this long, whether there was a mail to write or not. */
const ANSWER_MS = 300;

/** Who asks: the secret of the browser's cookie, and the network it comes from. */
export type Asker = { readonly browser: string; readonly network: string };

/** What is asked for: a link for this address (lower case) that leads to a path of the product. */
export type LinkRequest = { readonly email: string; readonly to: string };

/**
 * Mails a sign-in link to a person who is known here, good once, for 15 minutes, in the browser that asked.
 *
 * To an unknown address nothing is sent, and the answer is the same: who asks learns nothing of who is known.
 *
 * @throws AppError `conflict` when too many links were asked for; known and unknown addresses count alike.
 */
export async function requestSignInLink(request: LinkRequest, asker: Asker, now = new Date()): Promise<void> {
  const limits: [Limit, string][] = [
    [PER_NETWORK, asker.network],
    [PER_BROWSER, asker.browser],
    [PER_ADDRESS, request.email],
  ];
  for (const [limit, subject] of limits) {
    if (!(await isWithinLimit(limit, subject, now)))
      throw new AppError("conflict", say("signIn.tooMany", { minutes: SPAN_MINUTES }));
  }
  await Promise.all([mailLink(request, asker, now), forgetOldLinks(now), setTimeout(ANSWER_MS)]);
}

async function mailLink({ email, to }: LinkRequest, asker: Asker, now: Date): Promise<void> {
  const token = newToken();
  await transaction(async (db) => {
    const person = await db.person.findUnique({ where: { email }, select: { id: true, name: true } });
    if (!person) return;
    await db.signInLink.create({
      data: {
        tokenHash: hashToken(token),
        browserHash: hashToken(asker.browser),
        personId: person.id,
        expires: addMinutes(now, LINK_MINUTES),
      },
    });
    const link = new URL(`/sign-in/link/${token}`, settings().baseUrl);
    link.searchParams.set("to", to);
    await postMail(db, {
      kind: "sign_in",
      to: { name: person.name, address: email },
      subject: inEnglish(say("signIn.mail.subject")),
      text: inEnglish(say("signIn.mail.text", { name: person.name, link: link.href, minutes: LINK_MINUTES })),
    });
  });
}

/** A day later nobody needs to be told that a link was used. */
async function forgetOldLinks(now: Date): Promise<void> {
  await db.signInLink.deleteMany({ where: { expires: { lt: addMinutes(now, -24 * 60) } } });
}
