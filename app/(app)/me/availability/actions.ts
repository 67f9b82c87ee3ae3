"use server";

import { refresh } from "next/cache";
import {
  addOnceSchema,
  addStaySchema,
  addWeeklySchema,
  entrySchema,
  usualHoursSchema,
} from "#lib/availability/schema";
import { addEngagement } from "#lib/availability/usecases/add-engagement";
import { addStay } from "#lib/availability/usecases/add-stay";
import { removeEntry } from "#lib/availability/usecases/remove-entry";
import { setHours } from "#lib/availability/usecases/set-hours";
import type { WordKey } from "#lib/kernel/words";
import type { Actor } from "#lib/people/domain/actor";
import { parseForm, runAction } from "#lib/web/action";
import type { ActionState } from "#lib/web/action-state";
import { requireActor } from "#lib/web/session";

export async function addStayAction(_: ActionState, form: FormData): Promise<ActionState> {
  return change(form, async (actor) => {
    await addStay(actor, parseForm(addStaySchema, form));
    return "availability.saved";
  });
}

export async function addOnceAction(_: ActionState, form: FormData): Promise<ActionState> {
  return change(form, async (actor) => {
    await addEngagement(actor, parseForm(addOnceSchema, form));
    return "availability.saved";
  });
}

export async function addWeeklyAction(_: ActionState, form: FormData): Promise<ActionState> {
  return change(form, async (actor) => {
    await addEngagement(actor, parseForm(addWeeklySchema, form));
    return "availability.saved";
  });
}

export async function removeStayAction(_: ActionState, form: FormData): Promise<ActionState> {
  return change(form, async (actor) => {
    await removeEntry(actor, "stay", parseForm(entrySchema, form).id);
    return "availability.removed";
  });
}

export async function removeEngagementAction(_: ActionState, form: FormData): Promise<ActionState> {
  return change(form, async (actor) => {
    await removeEntry(actor, "engagement", parseForm(entrySchema, form).id);
    return "availability.removed";
  });
}

export async function setHoursAction(_: ActionState, form: FormData): Promise<ActionState> {
  return change(form, async (actor) => {
    await setHours(actor, parseForm(usualHoursSchema, form));
    return "availability.saved";
  });
}

export async function clearHoursAction(_: ActionState, form: FormData): Promise<ActionState> {
  return change(form, async (actor) => {
    await setHours(actor, null);
    return "availability.removed";
  });
}

function change(form: FormData, does: (actor: Actor) => Promise<WordKey>): Promise<ActionState> {
  return runAction(async () => {
    const words = await does(await requireActor());
    refresh();
    return words;
  }, form);
}
