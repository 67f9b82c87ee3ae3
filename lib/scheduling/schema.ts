import * as z from "zod";
import {
  about,
  clock,
  day,
  email,
  line,
  optionalLine,
  text,
  timeZone,
  uuid,
  version,
} from "#lib/schema/fields";
import { isKnownCountry } from "./domain/invitation-plan.ts";

const reference = () => line(200);
/** The number of the meeting of which a small poll looks for another time; missing for the poll of the series. */
const sequence = () =>
  z.coerce
    .number("field.invalid")
    .int("field.invalid")
    .min(1, "field.invalid")
    .max(999, "field.invalid")
    .optional();
const lengthMinutes = () =>
  z.coerce
    .number("field.invalid")
    .int("field.invalid")
    .min(15, "scheduling.field.length")
    .max(480, "scheduling.field.length");

const wish = z.object({ day: day(), clock: clock(), timeZone: timeZone(), lengthMinutes: lengthMinutes() });

const offered = z.array(wish).min(1, "scheduling.field.oneSlot").max(500, "scheduling.field.slotsAtOnce");

/** Slots to offer; a reason sets the rules aside that they break. */
export const offerSlotsSchema = z.object({
  reference: reference(),
  slots: offered,
  reason: text(2_000).default(""),
});

/** Slots to take off the offer together. */
export const withdrawOfferSchema = z.object({
  reference: reference(),
  slotIds: z.array(uuid()).min(1, "field.required").max(500, "field.tooLong"),
});

const UUID_LENGTH = 36;

/** A finding as a box of a form names it: the id of its slot, a space, and what exactly was found. */
const ticked = () =>
  z
    .string()
    .transform((named) => ({
      subjectId: named.slice(0, UUID_LENGTH),
      about: named.slice(UUID_LENGTH + 1),
    }))
    .pipe(z.object({ subjectId: uuid(), about: about() }));

/** What one rule says of some slots, to be set aside for a reason. */
export const waiveSlotFindingsSchema = z.object({
  reference: reference(),
  rule: z.string().regex(/^[A-Z]\d{1,2}$/, "field.invalid"),
  findings: z.array(ticked()).min(1, "field.required").max(1_000, "field.tooLong"),
  reason: text(2_000).pipe(z.string().min(1, "field.required")),
});

export type WaiveSlotFindingsInput = z.output<typeof waiveSlotFindingsSchema>;

const minutes = (least: number, most: number) =>
  z.coerce
    .number("field.invalid")
    .int("field.invalid")
    .min(least, "field.invalid")
    .max(most, "field.invalid");

/** Slots to generate, as a form or an address says it. */
export const generationSchema = z.object({
  ...{ fromDay: day(), toDay: day(), fromClock: clock(), toClock: clock(), timeZone: timeZone() },
  weekdays: z.preprocess(
    (value) => (typeof value === "string" ? [value] : value),
    z.array(minutes(1, 7)).min(1, "field.required").max(7, "field.invalid"),
  ),
  lengthMinutes: lengthMinutes(),
  stepMinutes: minutes(5, 1_440),
});

/** A pasted list of slots. */
export const pasteSlotsSchema = z.object({
  reference: reference(),
  text: text(40_000).pipe(z.string().min(1, "field.required")),
  timeZone: timeZone(),
  lengthMinutes: lengthMinutes(),
});

/** One slot of a series. */
export const slotSchema = z.object({ reference: reference(), slotId: uuid() });

const moment = { day: day(), clock: clock(), timeZone: timeZone() };

const hiding = () => z.enum(["others", "sides"], "field.invalid");

/** A co-chair's consent to show more of the answers. */
export const openingSchema = z.object({ reference: reference(), setting: hiding() });

/** The form that opens the poll. Quorum by side letter. */
export const openPollSchema = z.object({
  reference: reference(),
  ...moment,
  quorum: z.record(
    z.string().regex(/^[A-Z]$/),
    z.coerce.number("field.invalid").int("field.invalid").min(0, "field.invalid").max(1_000, "field.invalid"),
  ),
  /** What is hidden while the poll is open. */
  hides: z.array(hiding()).max(2).optional(),
});

const named = (max: number) => z.string().min(1).max(max).nullable().catch(null).default(null);

/** What an address asks to see of the totals. */
export const totalsQuerySchema = z.object({
  order: z.literal("best").nullable().catch(null).default(null),
  side: z
    .string()
    .regex(/^[A-Z]$/)
    .nullable()
    .catch(null)
    .default(null),
  group: named(40),
  zone: named(64),
});

/** A later deadline. */
export const extendDeadlineSchema = z.object({ reference: reference(), ...moment });

export const pollSchema = z.object({ reference: reference() });

/** The small poll about another time for one meeting. */
export const smallPollSchema = z.object({ reference: reference(), sequence: sequence().unwrap() });

/** One invited person of the poll. */
export const inviteeSchema = z.object({ reference: reference(), sequence: sequence(), inviteeId: uuid() });

// One of hundreds in a form, and held against the slots on offer: no more than its length need be looked at here.
const slotId = () => z.string("field.invalid").length(36, "field.invalid");

/**
 * What a delegate answers. `seen` are the slots that the form showed; what is missing in `answers` is no answer.
 * `noteFrom` is the saved note that the form showed.
 */
export const answerPollSchema = z.object({
  slotsVersion: version(),
  version: version(),
  seen: z.array(slotId()).max(1_000),
  answers: z.record(slotId(), z.enum(["yes", "if_need_be", "no"], "field.invalid")),
  note: text(2_000),
  noteFrom: text(2_000).optional(),
});

const country = () =>
  z
    .string()
    .trim()
    .toUpperCase()
    .refine((code) => code === "" || isKnownCountry(code), "people.unknownCountry")
    .transform((code) => code || null);

const csv = () => z.string({ error: "field.required" }).max(1_000_000, "scheduling.inviting.csv.tooLong");

/** Whom to ask by role: keys of offers. */
export const inviteByRoleSchema = z.object({
  reference: reference(),
  offers: z.array(z.string().max(200)).max(500).default([]),
});

/** A list of people as CSV text. Without `fingerprint` it is only looked at. */
export const inviteByCsvSchema = z.object({
  reference: reference(),
  csv: csv(),
  fingerprint: z.string().max(64).optional(),
});

/** One line of such a list. */
export const invitationLineSchema = z.object({
  name: line(200),
  entity: optionalLine(200),
  country: country(),
  side: line(40),
  zone: timeZone(),
  email: email(),
});

/** Whose attendance every meeting needs. */
export const requiredPeopleSchema = z.object({
  reference: reference(),
  required: z.array(uuid()).max(2_000).default([]),
});

/** What somebody who came by the general link says of themselves. */
export const joinPollSchema = z.object({
  token: z.string().max(100),
  name: line(200),
  entity: line(200),
  country: country(),
  sideId: uuid(),
  timeZone: timeZone(),
  email: email(),
});

export type JoinPollInput = z.output<typeof joinPollSchema>;

/** A time at which people are reminded. */
export const addReminderSchema = z.object({ reference: reference(), sequence: sequence(), ...moment });

export const removeReminderSchema = z.object({
  ...{ reference: reference(), sequence: sequence(), at: z.coerce.date("field.invalid") },
});

export type AddReminderInput = z.output<typeof addReminderSchema>;

/** Two entries that are one person: `keepId` stays. */
export const mergeInviteesSchema = z.object({ reference: reference(), keepId: uuid(), mergeId: uuid() });

export type InviteByRoleInput = z.output<typeof inviteByRoleSchema>;
export type InvitationLine = z.output<typeof invitationLineSchema>;
export type PasteSlotsInput = z.output<typeof pasteSlotsSchema>;
export type WithdrawOfferInput = z.output<typeof withdrawOfferSchema>;
export type OfferSlotsInput = z.output<typeof offerSlotsSchema>;
export type OpenPollInput = z.output<typeof openPollSchema>;
export type OpeningInput = z.output<typeof openingSchema>;
export type ExtendDeadlineInput = z.output<typeof extendDeadlineSchema>;
/** A comment in a poll. */
export const commentSchema = z.object({
  text: text(2_000).refine((value) => value !== "", "field.required"),
});

/** One comment of a poll. */
export const commentIdSchema = z.object({ commentId: uuid() });

export type CommentInput = z.output<typeof commentSchema>;
export type AnswerPollInput = z.output<typeof answerPollSchema>;
