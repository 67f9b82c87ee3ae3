import * as z from "zod";
import { day, email, line, optionalLine, timeZone, uuid, version } from "#lib/schema/fields";
import { isCountry } from "./domain/country.ts";
import { ROLES } from "./domain/role.ts";

const NAME = 200;

const country = z
  .string()
  .optional()
  .transform((code) => code || null)
  .refine((code) => code === null || isCountry(code), "people.unknownCountry");

const honorific = optionalLine(20)
  .optional()
  .transform((text) => text || null);

const optionalDay = z
  .string()
  .optional()
  .transform((text) => text || null)
  .pipe(z.union([z.null(), day()], "field.day"));

/** The form behind the set-up link. */
export const setUpSchema = z.object({
  token: z.string().max(100),
  name: line(NAME),
  email: email(),
  timeZone: timeZone(),
});

export type SetUpInput = z.output<typeof setUpSchema>;

/** One's own profile. */
export const profileSchema = z.object({
  name: line(NAME),
  honorific,
  entity: optionalLine(NAME),
  country,
  timeZone: timeZone(),
  version: version(),
});

export type ProfileInput = z.output<typeof profileSchema>;

const role = z.enum(ROLES, "field.invalid");
/** Empty for the installation itself. */
const place = z
  .string()
  .optional()
  .transform((text) => text || null)
  .pipe(z.union([z.null(), uuid()], "field.invalid"));

/** A new person with a first role. */
export const inviteSchema = z.object({
  name: line(NAME),
  honorific,
  email: email(),
  entity: optionalLine(NAME),
  country,
  timeZone: timeZone(),
  role,
  groupId: place,
});

export type InviteInput = z.output<typeof inviteSchema>;

/** A role from a first day (included) on, to a last day (included) if it is known. */
export const giveRoleSchema = z
  .object({ personId: uuid(), role, groupId: place, fromDay: day(), toDay: optionalDay })
  .refine(({ fromDay, toDay }) => toDay === null || fromDay <= toDay, {
    path: ["toDay"],
    message: "people.endsBeforeStart",
  });

export type GiveRoleInput = z.output<typeof giveRoleSchema>;

export const endRoleSchema = z.object({ holdingId: uuid(), toDay: day() });

export type EndRoleInput = z.output<typeof endRoleSchema>;
