import type { Limits, RuleId } from "./rules.ts";

/**
 * One number of a rule that can be changed. `clock` is minutes after midnight, written as `HH:mm`; `list` is several
 * numbers apart by commas, `codes` several two-letter codes.
 */
export type LimitField = {
  /** Place in the rule's limits, such as `day.from`. */
  readonly path: string;
  readonly form: "count" | "clock" | "list" | "codes";
  readonly least: number;
  readonly most: number;
  /** How many numbers a list has; any number up to it when `atMost`. */
  readonly length?: number;
  readonly atMost?: boolean;
};

const days = (path: string, most = 365): LimitField => ({ path, form: "count", least: 0, most });
const clock = (path: string): LimitField => ({ path, form: "clock", least: 0, most: 1_439 });
const minutes = (path: string): LimitField => ({ path, form: "count", least: 15, most: 600 });

/** What can be measured differently, by rule. Rules that are not here have no limits. */
export const LIMIT_FIELDS: Readonly<Partial<Record<RuleId, readonly LimitField[]>>> = {
  N1: [days("months", 24)],
  N2: [days("days")],
  D2: [
    { path: "weekend", form: "list", least: 0, most: 6, length: 6, atMost: true },
    { path: "fridaySaturday", form: "codes", least: 0, most: 0, length: 60, atMost: true },
  ],
  D3: ["day.from", "day.to", "night.from", "night.to"].map(clock),
  D4: [{ path: "burdenByHour", form: "list", least: 0, most: 100, length: 24 }],
  D6: ["breakAboveMinutes", "longAboveMinutes"].map(minutes),
  D7: ["exceptionDays", "contributionDays", "availableDays", "postingWorkingDays"].map((path) =>
    days(path, 120),
  ),
};

/** A number, several numbers, or several codes. */
export type LimitValue = number | readonly number[] | readonly string[];

/** Limits of one rule by their paths, as they are kept. */
export type FlatLimits = Readonly<Record<string, LimitValue>>;

/** The limits of a rule by their paths; nothing for a rule without any. */
export function flatLimits(limits: Limits, rule: RuleId): FlatLimits {
  const own: unknown = (limits as Readonly<Record<string, unknown>>)[rule];
  return Object.fromEntries((LIMIT_FIELDS[rule] ?? []).map(({ path }) => [path, valueAt(own, path) ?? 0]));
}

function valueAt(from: unknown, path: string): LimitValue | null {
  const value = path.split(".").reduce<unknown>((at, part) => (isRecord(at) ? at[part] : undefined), from);
  return typeof value === "number" || isNumbers(value) || isTexts(value) ? value : null;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;
const isNumbers = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.every((each) => typeof each === "number");

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((each) => typeof each === "string");

/** The limits with those of one rule replaced; what does not fit its field stays as it was. */
export function withLimits(limits: Limits, rule: RuleId, flat: unknown): Limits {
  const fields = LIMIT_FIELDS[rule] ?? [];
  if (!isRecord(flat) || fields.length === 0) return limits;
  const own = structuredClone((limits as Readonly<Record<string, unknown>>)[rule]);
  for (const field of fields) {
    const value = flat[field.path];
    if (fitsField(field, value)) put(own, field.path.split("."), value);
  }
  return { ...limits, [rule]: own } as Limits;
}

function put(into: unknown, [part = "", ...rest]: readonly string[], value: unknown): void {
  if (!isRecord(into)) return;
  if (rest.length === 0) into[part] = value;
  else put(into[part], rest, value);
}

function fitsField(field: LimitField, value: unknown): boolean {
  if (field.form === "codes")
    return (
      isTexts(value) && value.length <= (field.length ?? 0) && value.every((code) => /^[A-Z]{2}$/.test(code))
    );
  const fits = (number: unknown) =>
    typeof number === "number" && Number.isInteger(number) && number >= field.least && number <= field.most;
  if (field.form !== "list") return fits(value);
  if (!Array.isArray(value) || !value.every(fits)) return false;
  return field.atMost ? value.length <= (field.length ?? 0) : value.length === field.length;
}

/** What a form says of a field as its value; null when it does not fit. */
export function readLimit(field: LimitField, text: string): LimitValue | null {
  const value = READERS[field.form](text);
  return value !== null && fitsField(field, value) ? value : null;
}

function readCount(text: string): number | null {
  return /^\d{1,4}$/.test(text.trim()) ? Number(text) : null;
}

function readClock(text: string): number | null {
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text.trim()) ?? [];
  return hour === undefined ? null : Number(hour) * 60 + Number(minute);
}

function readList(text: string): readonly number[] | null {
  const parts = text.split(/[\s,;]+/).filter(Boolean);
  return parts.every((part) => /^\d{1,4}$/.test(part)) ? parts.map(Number) : null;
}

const READERS: Readonly<Record<LimitField["form"], (text: string) => LimitValue | null>> = {
  count: readCount,
  clock: readClock,
  list: readList,
  codes: (text) =>
    text
      .toUpperCase()
      .split(/[\s,;]+/)
      .filter(Boolean),
};

/** A value as the form shows it. */
export function writeLimit(field: LimitField, value: LimitValue): string {
  if (typeof value !== "number") return value.join(", ");
  if (field.form === "count") return String(value);
  return `${String(Math.floor(value / 60)).padStart(2, "0")}:${String(value % 60).padStart(2, "0")}`;
}
