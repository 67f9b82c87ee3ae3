"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import type { ReadState, Review } from "#lib/liaison/domain/review";
import { recordLetterSchema } from "#lib/liaison/schema";
import { recordLetter } from "#lib/liaison/usecases/record-letter";
import { reviewLetter } from "#lib/liaison/usecases/review-letter";
import { proposeSeriesFormSchema } from "#lib/series/schema";
import { parseForm, runAction } from "#lib/web/action";
import type { ActionState } from "#lib/web/action-state";
import { requireActor } from "#lib/web/session";

export async function readLetterAction(_: ReadState, form: FormData): Promise<ReadState> {
  let review: Review | null = null;
  const text = form.get("text");
  const state = await runAction(async () => {
    const actor = await requireActor();
    review = await reviewLetter(actor, {
      text: typeof text === "string" ? text : "",
      file: await fileOf(form.get("file")),
    });
    return "liaison.done.read";
  });
  if (review) return { status: "read", review };
  return {
    status: "refused",
    message: state.status === "idle" ? "" : state.message,
    text: typeof text === "string" ? text : "",
  };
}

/** A form without a chosen file sends an empty one. */
async function fileOf(value: FormDataEntryValue | null) {
  if (!(value instanceof File) || value.size === 0) return null;
  return { name: value.name.slice(0, 255), bytes: new Uint8Array(await value.arrayBuffer()) };
}

export async function recordLetterAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const actor = await requireActor();
    const input = parseForm(recordLetterSchema, form);
    const series = form.get("proposes") === "on" ? parseForm(proposeSeriesFormSchema, form) : null;
    const recorded = await recordLetter(actor, { input, series });
    if (recorded.series) redirect(`/series/${recorded.series}` as Route);
    redirect(`/letters/${recorded.letterId}`);
  }, form);
}
