"use server";

import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import type { ImportState } from "#components/groups/import-form";
import { importTextSchema } from "#lib/groups/schema";
import { importGroups, type ImportPreview, previewImport } from "#lib/groups/usecases/import-groups";
import { isAppError } from "#lib/kernel/errors";
import type { Words } from "#lib/kernel/words";
import { parseInput } from "#lib/web/action";
import { requireActor } from "#lib/web/session";

/** Shows what a CSV text would do, or does it when the preview was seen. What was given comes back either way. */
export async function importAction(_: ImportState, form: FormData): Promise<ImportState> {
  const translate = await getTranslations();
  const render = (words: Words) => translate(words.key, words.values);
  const csv = await textOf(form);
  const failed = (words: Words): ImportState => ({
    ...{ csv: csv.slice(0, MOST_KEPT), plan: null, fingerprint: "" },
    message: { tone: "bad", text: render(words) },
  });
  try {
    const actor = await requireActor();
    const input = parseInput(importTextSchema, { csv, fingerprint: form.get("fingerprint") ?? "" });
    if (form.get("step") !== "import") return shown(csv, await previewImport(actor, input.csv), render);
    const { added, changed } = await importGroups(actor, input.csv, input.fingerprint ?? "");
    refresh();
    const text = translate("groups.import.done", { added: added.length, changed: changed.length });
    return { csv: "", plan: null, fingerprint: "", message: { tone: "ok", text } };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return failed(error.fields.csv?.[0] ?? error.words);
  }
}

/** More than that is refused, and not sent back. */
const MOST_KEPT = 1_000_000;

async function textOf(form: FormData): Promise<string> {
  const file = form.get("file");
  if (file instanceof File && file.size > 0) {
    if (file.size > MOST_KEPT) return " ".repeat(MOST_KEPT + 1);
    return new TextDecoder().decode(await file.arrayBuffer());
  }
  const text = form.get("csv");
  return typeof text === "string" ? text : "";
}

function shown(csv: string, preview: ImportPreview, render: (words: Words) => string): ImportState {
  const { added, changed, unchanged, fingerprint } = preview;
  const errors = preview.errors.map(({ line, words }) => ({ line, text: render(words) }));
  return { csv, fingerprint, plan: { added, changed, unchanged, errors }, message: null };
}
