import * as z from "zod";
import { line, optionalLine, text, uuid } from "#lib/schema/fields";

const reference = () => line(200);

/** The slots that a co-chair puts forward. */
export const chooseSeriesSchema = z.object({
  reference: reference(),
  slotIds: z.array(uuid()).max(50).default([]),
});

/** What a side says to the slots put forward. */
export const assentSchema = z.object({
  reference: reference(),
  choiceId: uuid(),
  sideId: uuid(),
  outcome: z.enum(["agreed", "not_agreed"], "field.required"),
  method: z.enum(["meeting", "correspondence"], "field.required"),
  decidedBy: line(200),
  evidence: optionalLine(500).default(""),
  comment: text(5_000).default(""),
});

export type ChooseSeriesInput = z.output<typeof chooseSeriesSchema>;
export type AssentInput = z.output<typeof assentSchema>;
