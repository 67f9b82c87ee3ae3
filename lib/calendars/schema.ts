import * as z from "zod";
import { day, line, timeZone, uuid, version } from "#lib/schema/fields";
import { CALENDAR_KINDS, EFFECTS } from "./domain/calendar.ts";

const effect = z.enum(EFFECTS, "field.required");
const blank = (value: string | undefined) => (value === undefined || value === "" ? null : value);

/** A calendar to begin. `groupId` is for meetings of a group, `country` for holidays. */
export const addCalendarSchema = z
  .object({
    kind: z.enum(CALENDAR_KINDS, "field.required"),
    title: line(200),
    groupId: z
      .union([z.literal(""), uuid()])
      .optional()
      .transform(blank),
    country: z.string().trim().toUpperCase().optional().transform(blank),
    effect,
  })
  .refine(({ kind, groupId }) => kind !== "group" || groupId !== null, {
    path: ["groupId"],
    message: "field.required",
  })
  .refine(({ kind, country }) => kind !== "holidays" || /^[A-Z]{2}$/.test(country ?? ""), {
    path: ["country"],
    message: "field.required",
  });

export type AddCalendarInput = z.output<typeof addCalendarSchema>;

/** What stands on a calendar's page and can be changed there. */
export const editCalendarSchema = z.object({
  calendarId: uuid(),
  version: version(),
  title: line(200),
  effect,
});

export type EditCalendarInput = z.output<typeof editCalendarSchema>;

export const removeCalendarSchema = z.object({ calendarId: uuid() });

/** A file to import, with what has to be known of it. */
export const importEditionSchema = z.object({
  calendarId: uuid(),
  source: line(300),
  asOf: day(),
  /** Zone of times that name none. */
  floatingZone: timeZone(),
  text: z.string().min(1, "calendars.file.empty").max(2_000_000, "calendars.file.tooLong"),
  /** What the preview promised; empty before there is one. */
  fingerprint: z.string().max(64).default(""),
});

export type ImportEditionInput = z.output<typeof importEditionSchema>;
