import * as z from "zod";
import { isDay } from "#lib/kernel/day";
import { canonicalZone, isTimeZone } from "#lib/kernel/zone";

// Shapes that many forms share. Their messages are word keys.

const CONTROL = /[\u0000-\u001F\u007F-\u009F\u2028\u2029]/;

const CONTROL_IN_TEXT = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;

/** One line: no line break or control character, so that it can go into a mail header or a calendar file. Trimmed; may be empty. */
export const optionalLine = (max: number) =>
  z
    .string({ error: "field.required" })
    .trim()
    .max(max, "field.tooLong")
    .refine((value) => !CONTROL.test(value), "field.noLineBreaks");

/** What exactly a finding found, where its rule can find more than one thing of a subject; else empty. */
export const about = () => optionalLine(1_000);

/** Like {@link optionalLine}, but not empty. */
export const line = (max: number) => optionalLine(max).min(1, "field.required");

/** Several lines, at most `max` characters, with line ends as LF. May be empty. */
export const text = (max: number) =>
  z
    .string({ error: "field.required" })
    .transform((value) => value.replaceAll("\r\n", "\n").replaceAll("\r", "\n").trim())
    .pipe(
      z
        .string()
        .max(max, "field.tooLong")
        .refine((value) => !CONTROL_IN_TEXT.test(value), "field.noControl"),
    );

/** A calendar day as `YYYY-MM-DD`. */
export const day = () => z.string({ error: "field.required" }).refine(isDay, "field.day");

/** A time of day as `HH:mm`. */
export const clock = () =>
  z.string({ error: "field.required" }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, "field.clock");

/** An IANA time zone that this machine knows, exactly as it is written: for what was kept and is compared. */
export const timeZoneAsWritten = () =>
  z.string({ error: "field.required" }).max(64).refine(isTimeZone, "field.timeZone");

/** An IANA time zone that this machine knows, under the one name by which it is kept. */
export const timeZone = () => timeZoneAsWritten().transform(canonicalZone);

export const uuid = () => z.uuid("field.invalid");

/** An e-mail address, in lower case. */
export const email = () =>
  z
    .string({ error: "field.required" })
    .trim()
    .toLowerCase()
    .max(254, "field.tooLong")
    .pipe(z.email("field.email"));

/** The version of a row as a form carries it. */
export const version = () => z.coerce.number("field.invalid").int("field.invalid").min(0, "field.invalid");
