import * as z from "zod";
import { about, text, uuid } from "#lib/schema/fields";

const finding = {
  seriesId: uuid(),
  rule: z.string().regex(/^[A-Z]\d{1,2}$/, "field.invalid"),
  subjectId: uuid(),
  about: about().default(""),
};

/** A finding to set aside, by rule and by what it is about (`about`: what exactly was found, if the rule says so). */
export const waiveFindingSchema = z.object({
  ...finding,
  reason: text(2_000).pipe(z.string().min(1, "field.required")),
});

export type WaiveFindingInput = z.output<typeof waiveFindingSchema>;

export const restoreFindingSchema = z.object(finding);

export type RestoreFindingInput = z.output<typeof restoreFindingSchema>;
