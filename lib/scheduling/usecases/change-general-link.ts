import { randomBytes } from "node:crypto";
import { recordAct } from "#lib/audit/record";
import { transaction } from "#lib/db/client";
import type { Actor } from "#lib/people/domain/actor";
import { requireMayRunPoll, requireTakesAnswers } from "#lib/scheduling/domain/policy";
import { updateGeneralLink } from "#lib/scheduling/store/newcomers";
import { hashToken } from "#lib/secrets/token";
import { settings } from "#lib/settings/settings";
import { findPollFor } from "./find-poll-for.ts";

type Input = { readonly reference: string };

/**
 * Makes the general link of a poll, for a mailing list, and gives its address. It is told this once: only its hash is
 * stored. The general link before stops working.
 *
 * @throws AppError `forbidden` for who is no co-chair, `conflict` when the poll takes no answers.
 */
export async function makeGeneralLink(actor: Actor, input: Input, now = new Date()): Promise<string> {
  const token = randomBytes(16).toString("base64url");
  await change(actor, { ...input, token, now });
  return new URL(`/poll/${token}`, settings().baseUrl).href;
}

/** Withdraws the general link. Who came by it stays asked. It may run twice. @throws AppError as `makeGeneralLink` */
export async function withdrawGeneralLink(actor: Actor, input: Input, now = new Date()): Promise<void> {
  await change(actor, { ...input, token: null, now });
}

type Change = Input & { readonly token: string | null; readonly now: Date };

const change = (actor: Actor, { reference, token, now }: Change) =>
  transaction(async (db) => {
    const { series, poll } = await findPollFor(db, actor, {
      key: { reference },
      right: requireMayRunPoll,
      now,
    });
    if (token !== null) requireTakesAnswers(poll, now);
    await updateGeneralLink(db, poll.id, token && hashToken(token));
    await recordAct(db, actor, {
      action: token === null ? "generalLinkWithdraw" : "generalLinkMake",
      ...{ subjectType: "poll", subjectId: poll.id, seriesId: series.id },
    });
  });
