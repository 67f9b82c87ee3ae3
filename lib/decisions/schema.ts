import * as z from "zod";
import { MEASURES, MOST_DAYS, MOST_PEOPLE } from "#lib/decisions/domain/aims";
import { RECORD_FORM } from "#lib/decisions/domain/record";
import { day, line, optionalLine, text, timeZoneAsWritten, uuid, version } from "#lib/schema/fields";

const reference = () => line(200);
const whole = (least: number, most: number) => z.number().int().min(least).max(most);

/** The slots that a co-chair puts forward. `aims` is the part of the chooser's address after `?`. */
export const chooseSeriesSchema = z.object({
  reference: reference(),
  slotIds: z.array(uuid()).max(50).default([]),
  aims: optionalLine(20_000).default(""),
  reason: text(2_000).default(""),
});

/** Aims to keep with the poll, as the part of an address after `?` that names all of them. */
export const setAimsSchema = z.object({ reference: reference(), aims: line(20_000), version: version() });

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
  /** Why these dates, when they are not the first of the ranking (any more) and nobody has said so. */
  reason: text(2_000).optional(),
});

/** The slots to hold in the calendars of those asked. */
export const holdSlotsSchema = z.object({
  reference: reference(),
  slotIds: z.array(uuid()).min(1, "decisions.refusal.noSlot").max(50),
});

export const seriesSchema = z.object({ reference: reference() });

/** Aims as they are kept with a choice. */
export const aimsSchema = z.object({
  order: z.array(z.enum(MEASURES)).min(1).max(MEASURES.length),
  minGapDays: whole(0, MOST_DAYS),
  maxGapDays: whole(1, MOST_DAYS).nullable(),
  maxPerWeek: whole(1, MOST_DAYS).nullable(),
  notBefore: day().nullable(),
  notAfter: day().nullable(),
  quorum: z.record(z.string().regex(/^[A-Z]$/), whole(0, MOST_PEOPLE)),
  reachOf: whole(1, 50),
  required: z.array(uuid()),
  must: z.array(whole(0, 9_999)),
  never: z.array(whole(0, 9_999)),
  carry: z.boolean(),
});

export type ChooseSeriesInput = z.output<typeof chooseSeriesSchema>;
export type SetAimsInput = z.output<typeof setAimsSchema>;
export type AssentInput = z.output<typeof assentSchema>;
export type HoldSlotsInput = z.output<typeof holdSlotsSchema>;

const instant = () => z.iso.datetime().transform((text) => new Date(text));
const name = () => z.string().max(20);

/** The problem in a decision record, in the form that `rank-series` reads. */
const problemSchema = z.object({
  slots: z
    .array(
      z.object({
        ...{ id: name(), startsAt: instant(), lengthMinutes: whole(1, 1_440) },
        blocked: z.boolean().default(false),
      }),
    )
    .max(1_000),
  people: z
    .array(
      z.object({
        ...{ id: name(), side: name(), zone: timeZoneAsWritten(), required: z.boolean().default(false) },
        answers: z.record(name(), z.enum(["yes", "ifNeedBe", "no"])),
      }),
    )
    .max(10_000),
  rules: z.object({
    ...{ meetings: whole(1, 50), minGapDays: whole(0, MOST_DAYS), reachOf: whole(1, 50) },
    ...{ maxGapDays: whole(1, MOST_DAYS).optional(), maxPerWeek: whole(1, MOST_DAYS).optional() },
    ...{ notBefore: instant().optional(), notAfter: instant().optional() },
    quorum: z.record(name(), whole(0, MOST_PEOPLE)),
    burdenByHour: z.array(whole(0, 1_000)).length(24),
    carried: z.record(timeZoneAsWritten(), whole(0, 1_000_000_000)).optional(),
  }),
  order: z.array(z.enum(MEASURES)),
  must: z.array(name()),
  never: z.array(name()),
});

/** The parts of a decision record that are computed with; the others are only compared. */
export const recordSchema = z.object({
  form: z.literal(RECORD_FORM),
  tzVersion: z.string(),
  problem: problemSchema,
  chosen: z.object({ slots: z.array(name()).max(50) }),
});
