"use server";

import { refresh } from "next/cache";
import { AppError } from "#lib/kernel/errors";
import { say } from "#lib/kernel/words";
import { dayIn } from "#lib/kernel/zone";
import { readPastedSlots } from "#lib/scheduling/domain/pasted-slots";
import {
  offerSlotsSchema,
  pasteSlotsSchema,
  waiveSlotFindingsSchema,
  withdrawOfferSchema,
} from "#lib/scheduling/schema";
import { offerSlots } from "#lib/scheduling/usecases/offer-slots";
import { waiveSlotFindings } from "#lib/scheduling/usecases/waive-slot-findings";
import { withdrawOffer } from "#lib/scheduling/usecases/withdraw-offer";
import { restoreFindingSchema } from "#lib/waivers/schema";
import { restoreFinding } from "#lib/waivers/usecases/restore-finding";
import { parseForm, parseInput, runAction } from "#lib/web/action";
import type { ActionState } from "#lib/web/action-state";
import { requireActor } from "#lib/web/session";

/** Slots as the page staged them, in one field. */
export async function offerStagedAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const actor = await requireActor();
    const input = parseInput(offerSlotsSchema, {
      ...{ reference: form.get("reference"), slots: asJson(form.get("slots")) },
      reason: form.get("reason") ?? "",
    });
    const ids = await offerSlots(actor, input);
    refresh();
    return say("scheduling.page.offered", { count: ids.length });
  }, form);
}

function asJson(value: FormDataEntryValue | null): unknown {
  try {
    return JSON.parse(typeof value === "string" ? value : "");
  } catch {
    return null;
  }
}

/** A pasted list from a browser without scripts: all its lines are offered, or none. */
export async function offerPastedAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const actor = await requireActor();
    const { text, ...input } = parseForm(pasteSlotsSchema, form);
    const { timeZone, lengthMinutes, reference } = input;
    const { slots, problems } = readPastedSlots(text, {
      ...{ timeZone, lengthMinutes, today: dayIn(new Date(), timeZone) },
      zones: ["UTC", ...Intl.supportedValuesOf("timeZone")],
    });
    const [problem] = problems;
    if (problem)
      throw new AppError(
        "invalid",
        say("offering.paste.problem", { line: problem.line, text: problem.text }),
        {
          text: problems.map(({ words }) => words),
        },
      );
    const wishes = slots.map(({ day, clock, timeZone: zone, lengthMinutes: length }) => ({
      ...{ day, clock, timeZone: zone, lengthMinutes: length },
    }));
    const ids = await offerSlots(actor, parseInput(offerSlotsSchema, { reference, slots: wishes }));
    refresh();
    return say("scheduling.page.offered", { count: ids.length });
  }, form);
}

/** Undo: takes off what was offered together. */
export async function withdrawOfferAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const count = await withdrawOffer(await requireActor(), parseForm(withdrawOfferSchema, form));
    refresh();
    return say("offering.undo.done", { count });
  });
}

export async function waiveSlotFindingsAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    await waiveSlotFindings(await requireActor(), parseForm(waiveSlotFindingsSchema, form));
    refresh();
    return "offering.broken.done";
  }, form);
}

export async function restoreSlotFindingAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    await restoreFinding(await requireActor(), parseForm(restoreFindingSchema, form));
    refresh();
    return "offering.broken.restored";
  });
}
