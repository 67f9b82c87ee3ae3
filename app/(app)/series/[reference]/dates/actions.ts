"use server";

import { refresh } from "next/cache";
import { say } from "#lib/kernel/words";
import {
  extendDeadlineSchema,
  inviteeSchema,
  openPollSchema,
  pollSchema,
  slotSchema,
} from "#lib/scheduling/schema";
import { closePoll } from "#lib/scheduling/usecases/close-poll";
import { extendDeadline } from "#lib/scheduling/usecases/extend-deadline";
import { inviteNewcomers } from "#lib/scheduling/usecases/invite-newcomers";
import { openPoll } from "#lib/scheduling/usecases/open-poll";
import { renewLink } from "#lib/scheduling/usecases/renew-link";
import { restoreSlot } from "#lib/scheduling/usecases/restore-slot";
import { revokeLink } from "#lib/scheduling/usecases/revoke-link";
import { withdrawSlot } from "#lib/scheduling/usecases/withdraw-slot";
import { act } from "#lib/web/act";
import { parseInput, runAction } from "#lib/web/action";
import type { ActionState } from "#lib/web/action-state";
import { requireActor } from "#lib/web/session";

export async function withdrawSlotAction(_: ActionState, form: FormData): Promise<ActionState> {
  return act(form, slotSchema, async (actor, input) => {
    await withdrawSlot(actor, input);
    return "scheduling.page.withdrawn";
  });
}

export async function restoreSlotAction(_: ActionState, form: FormData): Promise<ActionState> {
  return act(form, slotSchema, async (actor, input) => {
    await restoreSlot(actor, input);
    return "scheduling.page.restored";
  });
}

export async function openPollAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const actor = await requireActor();
    const quorum = [...form].filter(([name]) => name.startsWith("quorum."));
    const input = parseInput(openPollSchema, {
      ...Object.fromEntries(["reference", "day", "clock", "timeZone"].map((name) => [name, form.get(name)])),
      hides: (["others", "sides"] as const).filter((setting) => form.has(`hides.${setting}`)),
      quorum: Object.fromEntries(quorum.map(([name, value]) => [name.slice("quorum.".length), value])),
    });
    const people = await openPoll(actor, input);
    refresh();
    return say("scheduling.page.opened", { people });
  }, form);
}

export async function extendDeadlineAction(_: ActionState, form: FormData): Promise<ActionState> {
  return act(form, extendDeadlineSchema, async (actor, input) => {
    await extendDeadline(actor, input);
    return "scheduling.page.extended";
  });
}

export async function closePollAction(_: ActionState, form: FormData): Promise<ActionState> {
  return act(form, pollSchema, async (actor, input) => {
    await closePoll(actor, input);
    return "scheduling.page.closedNow";
  });
}

export async function inviteNewcomersAction(_: ActionState, form: FormData): Promise<ActionState> {
  return act(form, pollSchema, async (actor, input) =>
    say("scheduling.page.invited", { people: await inviteNewcomers(actor, input) }),
  );
}

/** One form for all people: each button says what to do with whose link. */
export async function changeLinkAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const actor = await requireActor();
    const [what, inviteeId] = String(form.get("link") ?? "").split(" ");
    const input = parseInput(inviteeSchema, {
      ...{ reference: form.get("reference"), sequence: form.get("sequence") ?? undefined, inviteeId },
    });
    await (what === "renew" ? renewLink(actor, input) : revokeLink(actor, input));
    refresh();
    return what === "renew" ? "scheduling.page.linkRenewed" : "scheduling.page.linkRevoked";
  });
}
