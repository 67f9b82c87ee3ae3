import * as z from "zod";
import { isDay } from "#lib/kernel/day";
import { isTimeZone } from "#lib/kernel/zone";
import type { SeriesProblem, SlotAnswer } from "./domain/problem.ts";

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2}))?$/;
const ANSWERS: readonly unknown[] = ["yes", "ifNeedBe", "no", null] satisfies (SlotAnswer | null)[];

/** An instant in ISO 8601 with `Z` or an offset; a day alone is its midnight in UTC. */
const instant = () =>
  z
    .string()
    .refine(
      (text) => isDay(INSTANT.exec(text)?.[1] ?? "") && !Number.isNaN(Date.parse(text)),
      "must be an instant such as 2027-03-01T13:00:00Z, with Z or an offset",
    )
    .transform((text) => new Date(text));
const id = () => z.string().min(1).max(200);
const count = (least: number, most: number) => z.int().min(least).max(most);
const absent = (value: unknown) => value ?? undefined;
/** May be missing or null. */
const optional = <Shape extends z.ZodType>(shape: Shape) => z.preprocess(absent, shape.optional()).optional();

// A thousand people by five hundred slots are half a million answers: looked at in one go, not one schema each.
const answers = () =>
  z.custom<Readonly<Record<string, SlotAnswer>>>(
    (value) =>
      typeof value === "object" &&
      value !== null &&
      !Array.isArray(value) &&
      Object.values(value).every((answer) => ANSWERS.includes(answer)),
    "must give yes, ifNeedBe or no by slot id",
  );

const unique = (ids: readonly string[]) => new Set(ids).size === ids.length;

const slots = z
  .array(
    z.object({
      id: id(),
      startsAt: instant(),
      lengthMinutes: count(1, 1_440),
      blocked: optional(z.boolean()),
    }),
  )
  .max(5_000)
  .refine((list) => unique(list.map((slot) => slot.id)), "two slots have the same id");

const people = z
  .array(
    z.object({
      ...{ id: id(), side: id() },
      zone: z.string().max(64).refine(isTimeZone, "must be a time zone such as Europe/Zurich"),
      required: optional(z.boolean()),
      answers: answers(),
    }),
  )
  .max(20_000)
  .refine((list) => unique(list.map((person) => person.id)), "two people have the same id");

const rules = z.object({
  meetings: count(1, 50),
  minGapDays: z.number().min(0).max(10_000),
  maxGapDays: optional(z.number().min(0).max(10_000)),
  maxPerWeek: optional(count(1, 1_000)),
  notBefore: optional(instant()),
  notAfter: optional(instant()),
  quorum: z.record(id(), count(0, 1_000_000)),
  reachOf: count(0, 50),
  burdenByHour: z.array(count(0, 1_000_000)).length(24),
  carried: optional(z.record(z.string().max(64), z.int())),
});

const measure = z.enum(["reach", "attendance", "worstZone", "totalBurden", "earliest"]);

/** What the choice of a series depends on, as JSON gives it. */
export const rankSeriesSchema: z.ZodType<SeriesProblem> = z
  .object({
    ...{ slots, people, rules },
    order: optional(z.array(measure).refine(unique, "names a measure twice")),
    must: optional(z.array(id())),
    never: optional(z.array(id())),
  })
  .refine(
    ({ slots: offered, must = [], never = [] }) => {
      const known = new Set(offered.map((slot) => slot.id));
      return [...must, ...never].every((slot) => known.has(slot));
    },
    { path: ["must"], error: "must and never name slots that are offered" },
  );
