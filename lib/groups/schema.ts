import * as z from "zod";
import { day, line, optionalLine, uuid, version } from "#lib/schema/fields";

/** The file of prisma/seed that a new installation starts from. Parents stand before their children. */
export const groupSeedSchema = z.object({
  studyPeriod: z.object({ name: z.string().min(1), fromDay: day(), toDay: day() }),
  groups: z.array(
    z.object({
      kind: z.enum(["TSAG", "SG", "WP", "Q"]),
      reference: z.string().min(1),
      parent: z.string().optional(),
      title: z.string().default(""),
    }),
  ),
});

export type GroupSeed = z.output<typeof groupSeedSchema>;

const TITLE = 500;

const MOST_LISTS = 20;
const isAddress = (text: string) => z.email().max(254).safeParse(text).success;

/** Addresses apart by blanks, commas or semicolons, in lower case. */
const addresses = z
  .string()
  .max(2_000, "field.tooLong")
  .transform((text) =>
    text
      .toLowerCase()
      .split(/[\s,;]+/)
      .filter(Boolean),
  )
  .refine((list) => list.length <= MOST_LISTS && list.every(isAddress), "groups.listAddress");

const optionalEmail = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, "field.tooLong")
  .transform((text) => text || null)
  .refine((text) => text === null || isAddress(text), "field.email");

/** The cells of one line of a file; a column that the file does not have is left out. */
export const importRowSchema = z
  .object({
    reference: line(40),
    title: optionalLine(TITLE),
    parent: optionalLine(40),
    lists: addresses,
    secretariat: optionalEmail.transform((address) => address ?? ""),
  })
  .partial()
  .required({ reference: true });

/** A group as it is edited in place. `parentId` is for Questions, `secretariatEmail` for Study Groups and TSAG. */
export const updateGroupSchema = z.object({
  groupId: uuid(),
  version: version(),
  title: optionalLine(TITLE),
  lists: addresses,
  secretariatEmail: optionalEmail.optional(),
  parentId: uuid().optional(),
});

export type UpdateGroupInput = z.output<typeof updateGroupSchema>;

/** A new group below another, or a new Study Group when there is no parent. */
export const addGroupSchema = z.object({
  studyPeriodId: uuid(),
  parentId: uuid().optional(),
  reference: line(40),
  title: optionalLine(TITLE),
});

export type AddGroupInput = z.output<typeof addGroupSchema>;

export const removeGroupSchema = z.object({ groupId: uuid() });

const meeting = {
  title: line(200),
  place: optionalLine(200),
  opensOn: day(),
  closesOn: day(),
  source: line(300),
  asOf: day(),
};

const isInOrder = (days: { readonly opensOn: string; readonly closesOn: string }) =>
  days.opensOn <= days.closesOn;
const notInOrder = { path: ["closesOn"], message: "groups.closesBeforeOpening" };

export const addMeetingSchema = z.object({ groupId: uuid(), ...meeting }).refine(isInOrder, notInOrder);
export const updateMeetingSchema = z
  .object({ meetingId: uuid(), version: version(), ...meeting })
  .refine(isInOrder, notInOrder);
export const removeMeetingSchema = z.object({ meetingId: uuid() });

export type AddMeetingInput = z.output<typeof addMeetingSchema>;
export type UpdateMeetingInput = z.output<typeof updateMeetingSchema>;

/** What came as a file is read as text by the page. */
export const importTextSchema = z.object({
  csv: z.string().min(1, "field.required").max(1_000_000, "groups.import.tooLarge"),
  /** What the preview promised; empty before there is one. */
  fingerprint: z.string().max(64).optional(),
});
