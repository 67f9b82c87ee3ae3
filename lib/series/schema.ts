import * as z from "zod";
import { day, email, line, optionalLine, text, timeZone, uuid, version } from "#lib/schema/fields";
import { isBlank, nested } from "#lib/schema/nested";

/** An empty text of a form stands for what is not known. */
const orNull = <Shape extends z.ZodType>(shape: Shape) =>
  z.preprocess((value) => (isBlank(value) ? null : value), shape.nullable());

const group = line(40);
const month = z
  .string()
  .trim()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, "field.month");

/** Groups in a list, or in one text with commas between them. */
const groups = z.preprocess(
  (value) =>
    typeof value === "string"
      ? value
          .split(/[,;\n]/)
          .map((part) => part.trim())
          .filter(Boolean)
      : value,
  z
    .array(z.string())
    .max(20, "field.tooLong")
    .refine((all) => all.every((reference) => group.safeParse(reference).success), "field.invalid"),
);
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
  target: z.object({ group: orNull(group), month: orNull(month), opensOn: orNull(day()) }),
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
        questions: groups,
        coChair: orNull(z.object({ name: line(120), office: optionalLine(120), email: email() })),
      }),
    )
    .min(2, "field.required")
    .max(6, "field.tooLong"),
  /** The letter that proposes it, when there is one. */
  letterId: uuid().nullish(),
});

/** The same as a form sends it, with paths as field names. */
export const proposeSeriesFormSchema = z.preprocess(nested, proposeSeriesSchema);

export type ProposeSeriesInput = z.output<typeof proposeSeriesSchema>;

/** What a side said. Dates are consented to where they are chosen. */
export const recordConsentSchema = z.object({
  seriesId: uuid(),
  sideId: uuid(),
  subject: z.enum(["series", "co_chairs", "agenda", "report"], "field.invalid"),
  subjectId: uuid(),
  outcome: z.enum(["agreed", "not_agreed"], "field.choose"),
  method: z.enum(["meeting", "correspondence"], "field.choose"),
  decidedBy: line(200),
  decidedOn: day(),
  evidence: text(1_000),
  comment: text(4_000),
  /** How many times the side had spoken when the form was shown. */
  version: version(),
});

export type RecordConsentInput = z.output<typeof recordConsentSchema>;

export const welcomeCoChairSchema = z.object({ seriesId: uuid(), memberId: uuid() });

export type WelcomeCoChairInput = z.output<typeof welcomeCoChairSchema>;

export const putForwardCoChairSchema = z.object({
  seriesId: uuid(),
  sideId: uuid(),
  name: line(120),
  office: optionalLine(120),
  email: email(),
  /** The co-chair who is replaced, as the form showed it; empty when the side has none. */
  replacesId: orNull(uuid()),
});

export type PutForwardCoChairInput = z.output<typeof putForwardCoChairSchema>;

/** People of a side to invite: some who hold a role in its groups, by id, and one by name and address. */
export const inviteParticipantsSchema = z.object({
  seriesId: uuid(),
  sideId: uuid(),
  personIds: z.array(uuid()).max(500, "field.tooLong"),
  newcomer: z
    .object({
      name: line(120),
      email: email(),
      entity: optionalLine(200),
      timeZone: timeZone(),
    })
    .nullable(),
});

/** The same as a form sends it: only ticked people, or only a newcomer. */
export const inviteParticipantsFormSchema = z.preprocess(
  (form) => ({ personIds: [], newcomer: null, ...(nested(form) as object) }),
  inviteParticipantsSchema,
);

export type InviteParticipantsInput = z.output<typeof inviteParticipantsSchema>;

export const endPartSchema = z.object({ seriesId: uuid(), memberId: uuid() });

export type EndPartInput = z.output<typeof endPartSchema>;

/** What is written down of a series, with the version the form saw. */
export const editSeriesSchema = z.object({
  ...facts,
  seriesId: uuid(),
  mandateStatus: z.enum(["open", "ongoing", "closed"], "field.choose"),
  version: version(),
});

/** The same as a form sends it, with paths as field names. */
export const editSeriesFormSchema = z.preprocess(nested, editSeriesSchema);

export type EditSeriesInput = z.output<typeof editSeriesSchema>;

export const endSeriesSchema = z.object({
  seriesId: uuid(),
  reason: text(2_000).pipe(z.string().min(1, "field.required")),
});

export type EndSeriesInput = z.output<typeof endSeriesSchema>;

export const presentReportSchema = z.object({ seriesId: uuid() });

export type PresentReportInput = z.output<typeof presentReportSchema>;

/** Under which document numbers the report was submitted. */
export const submitReportSchema = z.object({ seriesId: uuid(), documents: line(200) });

export type SubmitReportInput = z.output<typeof submitReportSchema>;
