import * as z from "zod";
import { day, line, optionalLine, text } from "#lib/schema/fields";
import { nested } from "#lib/schema/nested";

/** A letter's own text, with line ends as LF and zero bytes, which no database keeps, as spaces. */
const letterText = z
  .string({ error: "field.required" })
  .transform((value) => value.replaceAll("\r\n", "\n").replaceAll("\0", " "))
  .pipe(z.string().max(1_000_000, "field.tooLong").regex(/\S/, "liaison.refusal.empty"));

/** Names on one line, separated by commas. */
const names = optionalLine(2_000).transform((value) =>
  value
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== ""),
);
const orNull = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" || value === undefined ? null : value), schema.nullable());
const checked = z
  .string()
  .optional()
  .transform((value) => value === "on");

/** A line for each: name; organization; country; e-mail. */
const contacts = text(10_000).transform((value) =>
  value
    .split("\n")
    .filter((one) => one.trim() !== "")
    .map((one) => {
      const [name = "", organization = "", country = "", email = ""] = one
        .split(";")
        .map((part) => part.trim());
      return { name, organization, country, email };
    }),
);

/** A letter for the register, as the form sends it, with paths as field names. */
export const recordLetterSchema = z.preprocess(
  nested,
  z.object({
    text: letterText,
    fileName: orNull(line(255)),
    letter: z.object({
      direction: orNull(z.enum(["i", "o"], "field.invalid")),
      isReply: checked,
      number: optionalLine(100),
      title: line(500),
      from: names.refine((groups) => groups.length > 0, "field.required"),
      toAction: names,
      toInformation: names,
      toComment: names,
      toUnstated: names,
      questions: names,
      deadline: orNull(day()),
      approval: z.object({
        level: orNull(line(20)),
        body: orNull(line(100)),
        method: orNull(z.enum(["meeting", "correspondence"], "field.invalid")),
        date: orNull(day()),
      }),
      contacts,
      abstract: text(20_000),
      sentOn: orNull(day()),
      receivedOn: orNull(day()),
    }),
  }),
);

export type RecordLetterInput = z.output<typeof recordLetterSchema>;
