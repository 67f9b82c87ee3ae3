import { addDays, type Day } from "#lib/kernel/day";
import type { Finding } from "#lib/kernel/finding";
import { type Interval, overlaps } from "#lib/kernel/interval";
import { say, type Words } from "#lib/kernel/words";
import { GENEVA, instantOf } from "#lib/kernel/zone";
import { dayValue } from "#lib/rules/domain/day-value";
import { ruleIn, type RuleSet, SHIPPED } from "#lib/rules/domain/rules";
import { totalPeople, type ZonePeople } from "#lib/rules/domain/zone-people";
import type { Effect, EntryTime } from "./calendar.ts";

/** An entry with where and when it was read. */
export type LaidEntry = EntryTime & { readonly title: string; readonly source: string; readonly asOf: Day };

/** A calendar as it lies over the slots of one series. */
export type LaidCalendar = {
  /** A group's reference, the title of another body, or a country code. */
  readonly name: string;
  /** `side`: an SG or WP of either side. `group`: any other group. */
  readonly kind: "side" | "group" | "other_body" | "holidays";
  readonly effect: Effect;
  readonly isSample: boolean;
  readonly entries: readonly LaidEntry[];
  /** Invited people whom it concerns, by zone; null when nobody can say who they are. */
  readonly people: readonly ZonePeople[] | null;
};

/** Something that takes place during a slot. */
export type Clash = {
  readonly calendar: LaidCalendar;
  readonly entry: LaidEntry;
  /** How many invited people it concerns; null when not known. */
  readonly people: number | null;
};

/**
 * What takes place during a slot, and whom it concerns.
 *
 * Whole days of meetings run from midnight to midnight in Geneva, whatever their place; a holiday runs so in the zone
 * of each person. A holiday, or a meeting of a group of neither side, that concerns nobody is left out.
 */
export function clashesOf(slot: Interval, calendars: readonly LaidCalendar[]): Clash[] {
  return calendars.flatMap((calendar) =>
    calendar.entries.flatMap((entry) => {
      if (calendar.kind === "holidays") {
        const people = totalPeople(
          (calendar.people ?? []).filter((zone) => isDuring(slot, entry, zone.timeZone)),
        );
        return people > 0 ? [{ calendar, entry, people }] : [];
      }
      if (!isDuring(slot, entry, GENEVA)) return [];
      const people = calendar.people && totalPeople(calendar.people);
      return people === 0 && calendar.kind === "group" ? [] : [{ calendar, entry, people }];
    }),
  );
}

function isDuring(slot: Interval, entry: LaidEntry, timeZone: string): boolean {
  if (entry.startsAt !== null) return overlaps(slot, { start: entry.startsAt, end: entry.endsAt });
  // Every zone is within a day of UTC: most entries need no look at the clocks.
  if (slot.end < new Date(`${addDays(entry.opensOn, -1)}T00:00:00Z`)) return false;
  if (slot.start > new Date(`${addDays(entry.closesOn, 2)}T00:00:00Z`)) return false;
  const start = instantOf(entry.opensOn, "00:00", timeZone);
  return overlaps(slot, { start, end: instantOf(addDays(entry.closesOn, 1), "00:00", timeZone) });
}

/**
 * D1 for meetings of either side's groups, D2 for all else. A calendar that blocks makes a failure of it (D1: what the
 * rule in force says), one that warns a warning (D2: what the rule in force says).
 */
export function checkCalendars(
  slot: Interval,
  calendars: readonly LaidCalendar[],
  rules: RuleSet = SHIPPED,
): Finding[] {
  const severities = {
    D1: { block: ruleIn(rules, "D1").severity, warn: "warn" },
    D2: { block: "fail", warn: ruleIn(rules, "D2").severity },
  } as const;
  return clashesOf(slot, calendars).map((clash) => {
    const rule = clash.calendar.kind === "side" ? "D1" : "D2";
    return {
      ...{ rule, severity: severities[rule][clash.calendar.effect], message: describe(clash) },
      remedy: say(clash.calendar.kind === "holidays" ? "rules.D2.remedy" : "rules.D1.remedy"),
      about: aboutOf(clash),
    };
  });
}

/** So many characters of a title tell what it is. */
const TITLE_LENGTH = 200;

/** Which entry of which calendar, and when: another source, as-of day or number of people leaves it the same. */
function aboutOf({ calendar, entry }: Clash): string {
  const when =
    entry.startsAt === null
      ? [entry.opensOn, entry.closesOn]
      : [entry.startsAt.toISOString(), entry.endsAt.toISOString()];
  const title = Array.from(entry.title.replaceAll(/\s+/g, " ")).slice(0, TITLE_LENGTH);
  return [calendar.name, title.join(""), when.join("/")].join(" · ");
}

/** Whether a meeting of either side's own groups takes place during a span of time. */
export function isSideMeeting(span: Interval, calendars: readonly LaidCalendar[]): boolean {
  const sides = calendars.filter(({ kind }) => kind === "side");
  return clashesOf(span, sides).length > 0;
}

function describe({ calendar, entry, people }: Clash): Words {
  const values = {
    ...{ name: calendar.name, title: entry.title, people: people ?? 0, source: entry.source },
    ...{ asOf: dayValue(entry.asOf), sample: calendar.isSample ? "yes" : "no" },
  };
  if (calendar.kind === "holidays") return say("rules.D2.holiday", values);
  const days = daysOf(entry);
  const when = { ...values, opens: dayValue(days.opensOn), closes: dayValue(days.closesOn) };
  if (people === null) return say("rules.D2.other", when);
  return say(calendar.kind === "side" ? "rules.D1.message" : "rules.D2.group", when);
}

/** First and last day of an entry; of times the days in UTC. */
export const daysOf = ({
  opensOn,
  closesOn,
  startsAt,
  endsAt,
}: LaidEntry): { readonly opensOn: Day; readonly closesOn: Day } =>
  startsAt === null
    ? { opensOn, closesOn }
    : { opensOn: startsAt.toISOString().slice(0, 10), closesOn: endsAt.toISOString().slice(0, 10) };
