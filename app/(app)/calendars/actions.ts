"use server";

import type { Route } from "next";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ImportState } from "#components/calendars/import-edition";
import {
  addCalendarSchema,
  editCalendarSchema,
  importEditionSchema,
  removeCalendarSchema,
} from "#lib/calendars/schema";
import { addCalendar } from "#lib/calendars/usecases/add-calendar";
import { decodeFile } from "#lib/calendars/usecases/decode-file";
import { editCalendar } from "#lib/calendars/usecases/edit-calendar";
import { importEdition, previewEdition } from "#lib/calendars/usecases/import-edition";
import { removeCalendar } from "#lib/calendars/usecases/remove-calendar";
import { type AppError, isAppError } from "#lib/kernel/errors";
import type { Words } from "#lib/kernel/words";
import type { Actor } from "#lib/people/domain/actor";
import { parseForm, parseInput, runAction } from "#lib/web/action";
import type { ActionState } from "#lib/web/action-state";
import { requireActor } from "#lib/web/session";

export async function addCalendarAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const id = await addCalendar(await requireActor(), parseForm(addCalendarSchema, form));
    redirect(`/calendars/${id}` as Route);
  }, form);
}

export async function editCalendarAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    await editCalendar(await requireActor(), parseForm(editCalendarSchema, form));
    refresh();
    return "calendars.saved";
  }, form);
}

export async function removeCalendarAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    await removeCalendar(await requireActor(), parseForm(removeCalendarSchema, form).calendarId);
    redirect("/calendars" as Route);
  }, form);
}

/** Shows what a file would change, or imports it when that was seen. What was given comes back either way. */
export async function importEditionAction(previous: ImportState, form: FormData): Promise<ImportState> {
  const translate = await getTranslations();
  const render = (words: Words) => translate(words.key, words.values);
  const given = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  const typed = { source: given("source"), asOf: given("asOf"), floatingZone: given("floatingZone") };
  const base = { ...typed, turn: previous.turn + 1, text: given("text"), preview: null, message: null };
  let { text } = base;
  try {
    const actor = await requireActor();
    text = await textOf(actor, form, text);
    const all = { ...typed, text, calendarId: given("calendarId"), fingerprint: given("fingerprint") };
    const input = parseInput(importEditionSchema, all);
    if (given("step") !== "import") return { ...base, text, preview: await previewEdition(actor, input) };
    const { entries } = await importEdition(actor, input);
    refresh();
    const message = { tone: "ok", text: translate("calendars.import.done", { count: entries }) } as const;
    return { ...base, text: "", source: "", message };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { ...base, text, message: { tone: "bad", text: allWords(error).map(render).join(" ") } };
  }
}

/** What is wrong with single fields is said in one place: this form has few of them. */
function allWords(error: AppError): readonly Words[] {
  const fields = Object.values(error.fields).flatMap((words) => words ?? []);
  return fields.length > 0 ? fields : [error.words];
}

async function textOf(actor: Actor, form: FormData, pasted: string): Promise<string> {
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) return pasted;
  return decodeFile(actor, new Uint8Array(await file.arrayBuffer()));
}
