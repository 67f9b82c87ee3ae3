import * as z from "zod";
import { line, optionalLine, text, uuid, version } from "#lib/schema/fields";
import { type AgendaItem, DUTIES } from "./domain/agenda.ts";

/** How much of an agenda there can be. */
export const AGENDA_LIMITS = {
  items: 60,
  minutes: 480,
  title: 300,
  owner: 200,
  documents: 20,
  document: 200,
  outcome: 2000,
};

const minutes = z
  .int("agendas.minutesInvalid")
  .min(1, "agendas.minutesInvalid")
  .max(AGENDA_LIMITS.minutes, "agendas.minutesInvalid");

export const agendaItemSchema = z.object({
  id: uuid().nullable(),
  title: line(AGENDA_LIMITS.title),
  owner: optionalLine(AGENDA_LIMITS.owner),
  minutes,
  documents: z.array(line(AGENDA_LIMITS.document)).max(AGENDA_LIMITS.documents, "agendas.tooManyDocuments"),
  expectedOutcome: text(AGENDA_LIMITS.outcome),
  duty: z.enum(DUTIES, "field.invalid").nullable(),
});

const items = z
  .array(agendaItemSchema)
  .min(1, "agendas.noItems")
  .max(AGENDA_LIMITS.items, "agendas.tooManyItems");

/** A whole agenda as the form sends it: one field holds all items as JSON. */
export const saveAgendaSchema = z.object({
  reference: z.string("refusal.notFound").max(200, "refusal.notFound"),
  sequence: z.coerce.number("refusal.notFound").int("refusal.notFound"),
  version: version(),
  items: z
    .string("field.required")
    .max(1_000_000, "field.tooLong")
    .transform((json, context) => parseJson(json, context))
    .pipe(items),
});

export type SaveAgendaInput = Omit<z.output<typeof saveAgendaSchema>, "items"> & {
  readonly items: readonly AgendaItem[];
};

function parseJson(json: string, context: z.RefinementCtx<string>): unknown {
  try {
    return JSON.parse(json);
  } catch {
    context.addIssue({ code: "custom", message: "field.invalid" });
    return z.NEVER;
  }
}
