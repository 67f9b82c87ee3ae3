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
    /** The slot of the small poll that is chosen with it. */
    slotId: uuid().optional(),
    /** Why this time, although the aims of the poll ask for something it does not keep. */
    aimsReason: text(2_000).optional(),
  }),
  z.object({ ...about, kind: z.literal("cancel") }),
]);

const MOST_TIMES = 6;
const aDay = () => z.literal("").or(day()).default("");
const aClock = () => z.literal("").or(clock()).default("");

/** A few other times for one meeting, written in up to four rows or ticked, and until when people can answer. */
export const askForAnotherTimeSchema = z
  .object({
    ...{ reference: line(200), sequence: about.sequence, version: version() },
    ...{ slotIds: z.array(uuid()).max(MOST_TIMES).default([]), lengthMinutes: minutes },
    ...{ day1: aDay(), day2: aDay(), day3: aDay(), day4: aDay() },
    ...{ clock1: aClock(), clock2: aClock(), clock3: aClock(), clock4: aClock() },
    ...{ day: day(), clock: clock(), timeZone: timeZone() },
  })
  .transform(({ day1, day2, day3, day4, clock1, clock2, clock3, clock4, ...input }) => ({
    ...input,
    times: [
      { day: day1, clock: clock1 },
      { day: day2, clock: clock2 },
      { day: day3, clock: clock3 },
      { day: day4, clock: clock4 },
    ].filter((time) => time.day !== "" || time.clock !== ""),
  }))
  .refine(({ times }) => times.every((time) => time.day !== "" && time.clock !== ""), {
    ...{ error: "changes.refusal.halfTime", path: ["day1"] },
  })
  .refine(({ times, slotIds }) => times.length + slotIds.length > 0, {
    ...{ error: "changes.refusal.noTime", path: ["day1"] },
  });

/** How to end the small poll of a meeting. */
export const endAskingSchema = z.object({
  ...{ reference: line(200), sequence: about.sequence, how: z.enum(["close", "drop"]) },
});

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
export type AskForAnotherTimeInput = z.output<typeof askForAnotherTimeSchema>;
export type EndAskingInput = z.output<typeof endAskingSchema>;
export type AssentToChangeInput = z.output<typeof assentToChangeSchema>;
export type TakeChangeBackInput = z.output<typeof takeChangeBackSchema>;
