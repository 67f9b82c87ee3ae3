import * as z from "zod";
import { day, email, line, optionalLine, text, uuid, version } from "#lib/schema/fields";

const group = line(40);
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "field.month");
const count = z.coerce
  .number("field.invalid")
  .int("field.invalid")
  .min(1, "field.invalid")
  .max(12, "field.invalid");
const format = z.enum(["virtual", "hybrid", "physical"], "field.invalid");

const facts = {
  title: line(200),
  topic: text(2_000),
  output: text(2_000),
  mandate: z.object({ reference: optionalLine(100), text: text(4_000) }),
  target: z.object({ group: group.nullable(), month: month.nullable(), opensOn: day().nullable() }),
  meetingCount: count,
  format,
};

/** A joint series to propose. Groups and Questions are named as people write them: `SG2`, `Q1/2`, `TSAG`. */
export const proposeSeriesSchema = z.object({
  ...facts,
  sides: z
    .array(
      z.object({
        group,
        questions: z.array(group).max(20, "field.tooLong"),
        coChair: z.object({ name: line(120), office: optionalLine(120), email: email() }).nullable(),
      }),
    )
    .min(2, "field.required")
    .max(6, "field.tooLong"),
  /** The letter that proposes it, when there is one. */
  letterId: uuid().nullish(),
});

export type ProposeSeriesInput = z.output<typeof proposeSeriesSchema>;
