import * as z from "zod";
import { clock, day, optionalLine, timeZone, uuid } from "#lib/schema/fields";

const TITLE = 100;

/** Days in another zone. */
export const addStaySchema = z
  .object({ timeZone: timeZone(), fromDay: day(), toDay: day() })
  .refine(({ fromDay, toDay }) => fromDay <= toDay, {
    path: ["toDay"],
    message: "availability.field.endsBefore",
  });

/** One entry of one's own profile. */
export const entrySchema = z.object({ id: uuid() });

const kind = z.enum(["hard", "soft"], "field.required");
const weekday = z.coerce
  .number("field.required")
  .int("field.invalid")
  .min(1, "field.invalid")
  .max(7, "field.invalid");

/** A conflict or preference at one time, by the clock of a zone. */
export const addOnceSchema = z.object({
  ...{ kind, title: optionalLine(TITLE).default("") },
  ...{ fromDay: day(), fromClock: clock(), toDay: day(), toClock: clock(), timeZone: timeZone() },
});

/** A conflict or preference of every week. `toClock` 00:00 is the end of the day. */
export const addWeeklySchema = z.object({
  ...{ kind, title: optionalLine(TITLE).default("") },
  ...{ weekday, fromClock: clock(), toClock: clock() },
});

/** The usual hours. `toClock` 00:00 is the end of the day. */
export const usualHoursSchema = z.object({
  fromClock: clock(),
  toClock: clock(),
  weekdays: z
    .union([z.array(weekday), weekday.transform((one) => [one])])
    .default([])
    .transform((days) => [...new Set(days)].sort())
    .refine((days) => days.length > 0, "availability.field.oneDay"),
  outside: z.enum(["yes", "if_need_be", "no"], "field.required"),
  inside: z.enum(["yes", "none"], "field.required"),
});

export type AddStayInput = z.output<typeof addStaySchema>;
export type AddOnceInput = z.output<typeof addOnceSchema>;
export type AddWeeklyInput = z.output<typeof addWeeklySchema>;
export type UsualHoursInput = z.output<typeof usualHoursSchema>;
