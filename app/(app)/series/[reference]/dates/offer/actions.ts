"use server";

import { refresh } from "next/cache";
import type { PastedState } from "#components/scheduling/paste-form";
import { say } from "#lib/kernel/words";
import type { Pasted } from "#lib/scheduling/domain/pasted-slots";
import {
  offerSlotsSchema,
  type PasteSlotsInput,
  pasteSlotsSchema,
  waiveSlotFindingsSchema,
  withdrawOfferSchema,
} from "#lib/scheduling/schema";
import { offerSlots } from "#lib/scheduling/usecases/offer-slots";
import { readPasted } from "#lib/scheduling/usecases/read-pasted";
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

/** What a pasted list or a calendar file says, for the page to stage. Nothing is stored. */
export async function readPastedAction(_: PastedState, form: FormData): Promise<PastedState> {
  let pasted: Pasted = { slots: [], problems: [] };
  const answer = await runAction(async () => {
    pasted = await readPasted(await requireActor(), await pastedIn(form));
    return say("offering.paste.read", { count: pasted.slots.length, problems: pasted.problems.length });
  });
  const fields = ["text", "timeZone", "lengthMinutes"].map((name) => [name, String(form.get(name) ?? "")]);
  return { answer, pasted, typed: Object.fromEntries(fields) };
}

async function pastedIn(form: FormData): Promise<PasteSlotsInput> {
  const file = form.get("file");
  const text = file instanceof File && file.size > 0 ? await file.slice(0, 160_001).text() : form.get("text");
  const values = ["reference", "timeZone", "lengthMinutes"].map((name) => [name, form.get(name)]);
  return parseInput(pasteSlotsSchema, { ...Object.fromEntries(values), text });
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
