import type { Interval } from "#lib/kernel/interval";
import type { Words } from "#lib/kernel/words";
import { dayIn, GENEVA } from "#lib/kernel/zone";
import type { BrokenRule } from "#lib/ranking/domain/ranking";
import { dayValue } from "#lib/rules/domain/day-value";
import type { SideTotal } from "#lib/scheduling/domain/tally";
import { mondayOf } from "#lib/scheduling/domain/week";
import type { Aims } from "./aims.ts";
import { brokenWords } from "./nearest-words.ts";

/** A meeting as it is, or as it is thought of. */
export type CheckedMeeting = Interval & {
  readonly id: string;
  /** What each side answered; null when nobody was asked about this time. */
  readonly sides: readonly Pick<SideTotal, "letter" | "able">[] | null;
  /** Names of those who are required and cannot attend. */
  readonly missing: readonly string[];
};

const DAY_MS = 86_400_000;

type Kept = Pick<
  Aims,
  "minGapDays" | "maxGapDays" | "maxPerWeek" | "notBefore" | "notAfter" | "quorum" | "must" | "never"
>;

/**
 * The aims that these meetings do not keep, in time order: gaps, meetings in a week, first and last day, quorum and
 * required people. With `about` only those that the meeting with this id has a part in.
 */
export function checkAims(meetings: readonly CheckedMeeting[], aims: Kept, about?: string): BrokenRule[] {
  const inOrder = [...meetings].sort((a, b) => a.start.getTime() - b.start.getTime());
  const broken = inOrder.flatMap((meeting, at) => [
    ...windowMissed(meeting, aims),
    ...sidesShort(meeting, aims),
    ...gapBroken(meeting, inOrder[at + 1], aims),
    ...weekFull(inOrder.slice(0, at + 1), aims),
  ]);
  if (about === undefined) return broken;
  const week = weekOf(inOrder.find(({ id }) => id === about));
  const inWeek = (id: string) => weekOf(inOrder.find((one) => one.id === id)) === week;
  return broken.filter((rule) => {
    if (rule.rule === "maxPerWeek") return inWeek(rule.slot);
    return ("slot" in rule && rule.slot === about) || ("next" in rule && rule.next === about);
  });
}

/** The same in sentences, with the days of the meetings. `groupOf` names the group of a side by its letter. */
export function aimsWords(
  meetings: readonly CheckedMeeting[],
  broken: readonly BrokenRule[],
  groupOf: (letter: string) => string,
): Words[] {
  const days = new Map(meetings.map(({ id, start }) => [id, dayValue(dayIn(start, GENEVA))]));
  const naming = { dayOf: (id: string) => days.get(id) ?? 0, personOf: (name: string) => name, groupOf };
  return broken.map((rule) => brokenWords(rule, naming));
}

const weekOf = (meeting?: Interval) => meeting && mondayOf(dayIn(meeting.start, GENEVA));

function windowMissed({ id, start, end }: CheckedMeeting, { notBefore, notAfter }: Kept): BrokenRule[] {
  const isEarly = notBefore !== null && dayIn(start, GENEVA) < notBefore;
  const isLate = notAfter !== null && dayIn(new Date(end.getTime() - 1), GENEVA) > notAfter;
  return [
    ...(isEarly ? [{ rule: "notBefore", slot: id } as const] : []),
    ...(isLate ? [{ rule: "notAfter", slot: id } as const] : []),
  ];
}

function sidesShort({ id, sides, missing }: CheckedMeeting, { quorum }: Kept): BrokenRule[] {
  const short = (sides ?? []).filter(({ letter, able }) => able < (quorum[letter] ?? 0));
  return [
    ...short.map(({ letter, able }) => {
      const needed = quorum[letter] ?? 0;
      return { rule: "quorum", slot: id, side: letter, able, needed } as const;
    }),
    ...missing.map((person) => ({ rule: "required", slot: id, person }) as const),
  ];
}

function gapBroken(
  meeting: CheckedMeeting,
  next: CheckedMeeting | undefined,
  { minGapDays, maxGapDays }: Kept,
): BrokenRule[] {
  if (!next) return [];
  const days = (next.start.getTime() - meeting.start.getTime()) / DAY_MS;
  const about = { slot: meeting.id, next: next.id, days };
  if (days < minGapDays) return [{ rule: "minGapDays", ...about, needed: minGapDays }];
  return maxGapDays !== null && days > maxGapDays
    ? [{ rule: "maxGapDays", ...about, needed: maxGapDays }]
    : [];
}

/** Whether the last of these meetings is one too many in its week. */
function weekFull(meetings: readonly CheckedMeeting[], { maxPerWeek }: Kept): BrokenRule[] {
  const last = meetings.at(-1);
  const count = meetings.filter((meeting) => weekOf(meeting) === weekOf(last)).length;
  if (!last || maxPerWeek === null || count <= maxPerWeek) return [];
  return [{ rule: "maxPerWeek", slot: last.id, needed: maxPerWeek, meetings: count }];
}
