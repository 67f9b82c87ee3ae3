import { getTranslations } from "next-intl/server";
import { unstable_rethrow } from "next/navigation";
import type * as z from "zod";
import { AppError, isAppError } from "#lib/kernel/errors";
import { say, type WordKey, type Words } from "#lib/kernel/words";
import type { ActionState } from "./action-state.ts";

/**
 * Runs the body of an action, and turns a refusal into state for the form. Bugs go on to `error.tsx`.
 *
 * The body returns the words of success. Give `form` so that what was typed comes back after a refusal.
 */
export async function runAction(body: () => Promise<Words | WordKey>, form?: FormData): Promise<ActionState> {
  const translate = await getTranslations();
  const render = (words: Words) => translate(words.key, words.values);
  try {
    const words = await body();
    return { status: "done", message: render(typeof words === "string" ? say(words) : words) };
  } catch (error) {
    unstable_rethrow(error); // `redirect()` and `notFound()` work by throwing
    if (!isAppError(error)) throw error;
    const fields = Object.entries(error.fields).map(([name, words]) => [name, (words ?? []).map(render)]);
    return {
      status: "refused",
      message: render(error.words),
      fields: Object.fromEntries(fields),
      typed: form ? typedIn(form) : {},
      ...(error.code === "unauthenticated" && { isSignedOut: true as const }),
    };
  }
}

/**
 * What a form says, in the shape of its schema. A field that occurs once is a string, one that ends in `[]` a list.
 *
 * @throws AppError `invalid`, with words by field, when the form does not fit the schema.
 */
export function parseForm<Schema extends z.ZodType>(schema: Schema, form: FormData): z.output<Schema> {
  return parseInput(schema, formValues(form));
}

/** Like {@link parseForm}, for input that is no form. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields: Record<string, Words[]> = {};
  for (const issue of parsed.error.issues) {
    const name = issue.path.map(String).join(".");
    (fields[name] ??= []).push(wordsOfIssue(issue));
  }
  throw new AppError("invalid", "refusal.checkFields", fields);
}

/** Schemas write a word key as their message; zod's own English sentences are replaced by a general one. */
function wordsOfIssue(issue: z.core.$ZodIssue): Words {
  if (/^[a-z][A-Za-z]*(\.[A-Za-z0-9]+)+$/.test(issue.message)) return say(issue.message as WordKey);
  if (issue.code === "too_big") return say("field.tooLong");
  if (issue.code === "invalid_type" && issue.input === undefined) return say("field.required");
  return say("field.invalid");
}

function formValues(form: FormData): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$ACTION")) continue;
    values[name.replace(/\[\]$/, "")] = name.endsWith("[]") ? form.getAll(name) : form.get(name);
  }
  return values;
}

function typedIn(form: FormData): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === "string") typed[name] = value;
  return typed;
}
