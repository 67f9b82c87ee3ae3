"use server";

import { redirect } from "next/navigation";
import {
  assentSchema,
  chooseSeriesSchema,
  holdSlotsSchema,
  seriesSchema,
  setAimsSchema,
} from "#lib/decisions/schema";
import { assentToChoice } from "#lib/decisions/usecases/assent-to-choice";
import { chooseSeries } from "#lib/decisions/usecases/choose-series";
import { holdSlots } from "#lib/decisions/usecases/hold-slots";
import { releaseHolds } from "#lib/decisions/usecases/release-holds";
import { setAims } from "#lib/decisions/usecases/set-aims";
import { say } from "#lib/kernel/words";
import { confirmMeetingSchema } from "#lib/meetings/schema";
import { confirmMeeting } from "#lib/meetings/usecases/confirm-meeting";
import { act } from "#lib/web/act";
import type { ActionState } from "#lib/web/action-state";

/** Puts a series forward, and goes on to the page where each side says whether it agrees. */
export async function chooseSeriesAction(_: ActionState, form: FormData): Promise<ActionState> {
  const state = await act(form, chooseSeriesSchema, async (actor, input) => {
    await chooseSeries(actor, input);
    redirect(`/series/${encodeURIComponent(input.reference)}/dates`);
  });
  if (state.status !== "refused") return state;
  return { ...state, typed: { ...state.typed, slotIds: form.getAll("slotIds[]").join(" ") } };
}

/** Keeps the aims with the poll, and shows the chooser under them. */
export async function setAimsAction(_: ActionState, form: FormData): Promise<ActionState> {
  return act(form, setAimsSchema, async (actor, input) => {
    await setAims(actor, input);
    redirect(`/series/${encodeURIComponent(input.reference)}/dates/choose`);
  });
}

export async function assentAction(_: ActionState, form: FormData): Promise<ActionState> {
  return act(form, assentSchema, async (actor, input) =>
    (await assentToChoice(actor, input)) ? "decisions.page.decidedNow" : "decisions.page.assented",
  );
}

export async function confirmMeetingAction(_: ActionState, form: FormData): Promise<ActionState> {
  return act(form, confirmMeetingSchema, async (actor, input) => {
    await confirmMeeting(actor, input);
    return "decisions.page.confirmed";
  });
}

export async function holdSlotsAction(_: ActionState, form: FormData): Promise<ActionState> {
  return act(form, holdSlotsSchema, async (actor, input) =>
    say("decisions.page.held", { count: await holdSlots(actor, input) }),
  );
}

export async function releaseHoldsAction(_: ActionState, form: FormData): Promise<ActionState> {
  return act(form, seriesSchema, async (actor, input) =>
    say("decisions.page.released", { count: await releaseHolds(actor, input) }),
  );
}
