import * as z from "zod";
import { clock, day, line, text, timeZone, uuid, version } from "#lib/schema/fields";

const minutes = z.coerce
  .number("field.invalid")
  .int("field.invalid")
  .min(15, "scheduling.field.length")
  .max(480, "scheduling.field.length");

const about = {
  reference: line(200),
  sequence: z.coerce
    .number("field.invalid")
    .int("field.invalid")
    .min(1, "field.invalid")
    .max(999, "field.invalid"),
  version: version(),
  reason: text(2_000).pipe(z.string().min(1, "field.required")),
};

/** A change of one meeting to put forward: another time, or none. */
export const putChangeForwardSchema = z.discriminatedUnion("kind", [
  z.object({
    ...about,
    kind: z.literal("move"),
    ...{ day: day(), clock: clock(), timeZone: timeZone(), lengthMinutes: minutes },
  }),
  z.object({ ...about, kind: z.literal("cancel") }),
]);

/** What a side says to a change. */
export const assentToChangeSchema = z.object({
  reference: line(200),
  changeId: uuid(),
  sideId: uuid(),
  outcome: z.enum(["agreed", "not_agreed"], "field.required"),
});

/** A change to take back. */
export const takeChangeBackSchema = z.object({ reference: line(200), changeId: uuid() });

export type PutChangeForwardInput = z.output<typeof putChangeForwardSchema>;
export type AssentToChangeInput = z.output<typeof assentToChangeSchema>;
export type TakeChangeBackInput = z.output<typeof takeChangeBackSchema>;
