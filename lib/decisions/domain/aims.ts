import { isDay, type Day } from "#lib/kernel/day";
import type { Quorum } from "#lib/scheduling/domain/poll";

/** What a series is measured by. Reach and attendance are better when large, the others when small. */
export const MEASURES = ["reach", "attendance", "worstZone", "totalBurden", "earliest"] as const;

export type Measure = (typeof MEASURES)[number];

/** What the co-chairs look for in a series. */
export type Aims = {
  /** Every measure once; the first decides, the next among equals, and so on. */
  readonly order: readonly Measure[];
  /** Least number of days, each of 24 hours, between the starts of two meetings that follow each other. */
  readonly minGapDays: number;
  readonly maxGapDays: number | null;
  /** Most meetings in one week, Monday to Sunday in Geneva. */
  readonly maxPerWeek: number | null;
  /** First and last Geneva day on which a meeting may be held. */
  readonly notBefore: Day | null;
  readonly notAfter: Day | null;
  readonly quorum: Quorum;
  /** Somebody who can attend so many of the meetings is reached. */
  readonly reachOf: number;
  /** Ids of those asked without whom no meeting is held, in order. */
  readonly required: readonly string[];
  /** Ordinals of slots that are in the series or never are, in order. */
  readonly must: readonly number[];
  readonly never: readonly number[];
  /** Whether what the zones bore in earlier series of the same sides counts. */
  readonly carry: boolean;
};

/** The largest number of days and people that a control takes. */
export const MOST_DAYS = 60;
export const MOST_PEOPLE = 1_000;

/** What an address says, as Next hands it over. */
export type Address = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The names and values of an address's part after `?`, as a page gets them. */
export function addressOf(text: string): Address {
  const params = new URLSearchParams(text);
  return Object.fromEntries([...new Set(params.keys())].map((name) => [name, params.getAll(name)]));
}

/**
 * The address with what its form adds by a button: `add` names the list, `person` somebody by name or `slot` a slot by its
 * ordinal. Who is named as nobody, or as more than one, is added to nothing.
 */
export function addToLists(
  { add, person, slot, ...address }: Address,
  people: readonly { readonly id: string; readonly name: string }[],
): Address {
  const wish = first(add);
  const listed = (name: string) => [address[name] ?? []].flat();
  if (wish === "required") {
    const named = first(person)?.trim().toLowerCase();
    const [found, ...more] = people.filter(({ name }) => name.toLowerCase() === named);
    const required = found && more.length === 0 ? [...listed("required"), found.id] : listed("required");
    return { ...address, required };
  }
  const ordinal = first(slot);
  if ((wish !== "must" && wish !== "never") || !ordinal) return address;
  const other = wish === "must" ? "never" : "must";
  const rest = listed(other).filter((known) => known !== ordinal);
  return { ...address, [wish]: [...listed(wish), ordinal], [other]: rest };
}

/**
 * The aims that an address names; what it leaves out, or writes in a way that cannot be, is as usual.
 *
 * `up` moves one measure before the one ahead of it: the button of a form without scripts. With `set` the boxes of
 * the form count, also those that are empty.
 */
export function readAims(address: Address, usual: Aims): Aims {
  const whole = numberReader(address);
  const set = first(address["set"]) !== undefined;
  const list = (name: string) => [address[name] ?? []].flat();
  const ordinals = (name: "must" | "never") =>
    set || address[name] !== undefined ? readOrdinals(list(name)) : usual[name];
  const never = ordinals("never");
  const carry = first(address["carry"]);
  const days = (name: string, otherwise: number | null) =>
    first(address[name]) === "" ? null : whole(name, otherwise, { least: 1, most: MOST_DAYS });
  return {
    order: moveUp(readOrder(first(address["order"]), usual.order), first(address["up"])),
    minGapDays: whole("gap", usual.minGapDays, { least: 0, most: MOST_DAYS }) ?? usual.minGapDays,
    maxGapDays: days("gapMax", usual.maxGapDays),
    maxPerWeek: days("week", usual.maxPerWeek),
    notBefore: readDay(first(address["from"]), usual.notBefore),
    notAfter: readDay(first(address["until"]), usual.notAfter),
    quorum: Object.fromEntries(
      Object.entries(usual.quorum).map(([letter, least]) => [
        letter,
        whole(`quorum.${letter}`, least, { least: 0, most: MOST_PEOPLE }) ?? least,
      ]),
    ),
    reachOf: whole("reach", usual.reachOf, { least: 1, most: 50 }) ?? usual.reachOf,
    required: set || list("required").length > 0 ? [...new Set(list("required"))].sort() : usual.required,
    must: ordinals("must").filter((ordinal) => !never.includes(ordinal)),
    never,
    carry: carry === undefined ? (set ? false : usual.carry) : carry === "yes",
  };
}

/**
 * The address's part after `?` that names these aims: nothing for what is as usual. {@link readAims} reads it back. With
 * null for `usual` it names all of them, and says the same whatever becomes usual meanwhile.
 */
export function writeAims(aims: Aims, usual: Aims | null): string {
  const address = new URLSearchParams();
  const otherwise = new Map(usual && fieldsOf(usual));
  for (const [name, value] of fieldsOf(aims)) if (value !== otherwise.get(name)) address.append(name, value);
  if (!usual || boxesOf(aims).join() !== boxesOf(usual).join())
    for (const [name, value] of boxesOf(aims)) address.append(name, value);
  return address.toString();
}

/** The fields of the form that hold one value each. */
function fieldsOf(aims: Aims): [string, string][] {
  return [
    ["order", aims.order.join(" ")],
    ["gap", String(aims.minGapDays)],
    ["gapMax", String(aims.maxGapDays ?? "")],
    ["week", String(aims.maxPerWeek ?? "")],
    ["from", aims.notBefore ?? ""],
    ["until", aims.notAfter ?? ""],
    ["reach", String(aims.reachOf)],
    ...Object.entries(aims.quorum).map(([letter, least]): [string, string] => [
      `quorum.${letter}`,
      String(least),
    ]),
  ];
}

/** Boxes that are empty say nothing in an address; `set` says that they were looked at. */
function boxesOf({ carry, required, must, never }: Aims): [string, string][] {
  return [
    ["set", "1"],
    ...(carry ? ([["carry", "yes"]] satisfies [string, string][]) : []),
    ...required.map((id): [string, string] => ["required", id]),
    ...must.map((ordinal): [string, string] => ["must", String(ordinal)]),
    ...never.map((ordinal): [string, string] => ["never", String(ordinal)]),
  ];
}

/** The same measures with one of them a place further to the front. */
export function moveUp(order: readonly Measure[], measure: string | undefined): Measure[] {
  const at = order.findIndex((known) => known === measure);
  const moved = order[at];
  if (at < 1 || !moved) return [...order];
  return order.toSpliced(at, 1).toSpliced(at - 1, 0, moved);
}

function readOrder(text: string | undefined, usual: readonly Measure[]): readonly Measure[] {
  const named = (text ?? "")
    .split(/[\s,]+/)
    .flatMap((word) => MEASURES.find((known) => known === word) ?? []);
  const order = [...new Set([...named, ...usual])];
  return named.length > 0 ? order : usual;
}

function readDay(text: string | undefined, usual: Day | null): Day | null {
  if (text === undefined) return usual;
  return isDay(text) ? text : null;
}

const first = (value: Address[string]) => (typeof value === "string" ? value : value?.[0]);

const readOrdinals = (texts: readonly string[]) =>
  sorted(texts.filter((text) => /^\d{1,4}$/.test(text)).map(Number));

const sorted = (numbers: readonly number[]) => [...new Set(numbers)].sort((a, b) => a - b);

type Bounds = { readonly least: number; readonly most: number };

function numberReader(address: Address) {
  return (name: string, usual: number | null, { least, most }: Bounds): number | null => {
    const text = first(address[name]) ?? "";
    return /^\d{1,4}$/.test(text) ? Math.min(most, Math.max(least, Number(text))) : usual;
  };
}
