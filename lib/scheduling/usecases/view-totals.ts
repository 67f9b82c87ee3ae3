import { db } from "#lib/db/client";
import type { Actor } from "#lib/people/domain/actor";
import { burdensOf } from "#lib/ranking/domain/burden";
import type { Limits } from "#lib/rules/domain/rules";
import { loadRuleSet } from "#lib/rules/usecases/load-rule-set";
import { countByZone, type ZonePeople } from "#lib/rules/domain/zone-people";
import { fits, type PeopleFilter, type SeenRow } from "#lib/scheduling/domain/book";
import { mayRunPoll } from "#lib/scheduling/domain/policy";
import type { Poll, PollPhase, Slot } from "#lib/scheduling/domain/poll";
import type { Sight } from "#lib/scheduling/domain/sight";
import { type SlotTotal, tally } from "#lib/scheduling/domain/tally";
import { listOpenings, type Opening } from "#lib/scheduling/store/openings";
import type { SeriesHead } from "#lib/series/domain/series";
import { openAnswerBook, type OpenBook } from "./open-answer-book.ts";

/** Somebody asked, without answers. */
export type AskedPerson = Pick<SeenRow, "id" | "name" | "letter" | "state" | "note" | "required">;

/** What one slot costs a zone on average, at the weights of rule D4. */
export type ZoneBurden = ZonePeople & { readonly perSlot: number };

/** The poll as all who look at it see it: totals of each side, and who has not answered. */
export type Totals = {
  readonly poll: Poll;
  readonly phase: PollPhase;
  readonly stamp: string;
  readonly sight: Sight;
  readonly openings: readonly Opening[];
  readonly filter: PeopleFilter;
  /** In the order of the slots; of the people that the filter leaves. */
  readonly totals: readonly SlotTotal[];
  /** People that the filter leaves. */
  readonly people: number;
  /** All who are asked, and who of them answered. */
  readonly everybody: number;
  readonly answered: number;
  readonly asked: readonly AskedPerson[];
  /** What people can be filtered by, with how many they are. */
  readonly zones: readonly ZonePeople[];
  readonly groups: readonly { readonly reference: string; readonly people: number }[];
  readonly burdens: readonly ZoneBurden[];
};

export type TotalsView = {
  readonly series: SeriesHead;
  /** What this reader may do. */
  readonly mayRun: boolean;
  readonly mayAnswer: boolean;
  /** Null before the first slot is offered. */
  readonly totals: Totals | null;
  /** Of the rules in force. */
  readonly limits: Limits;
};

/**
 * The totals of a poll at `now`, of everybody asked or of those whom the filter names.
 *
 * @throws AppError `not_found` for who may not see the series.
 */
export async function viewTotals(
  actor: Actor,
  { reference, filter }: { readonly reference: string; readonly filter: PeopleFilter },
  now = new Date(),
): Promise<TotalsView> {
  const { series, book } = await openAnswerBook(actor, reference, now);
  const mayRun = mayRunPoll(actor, series);
  const { limits } = await loadRuleSet(db);
  if (!book) return { series, mayRun, mayAnswer: false, totals: null, limits };
  const isHiding = book.poll.hidesOthers || book.poll.hidesSides;
  const openings = isHiding ? await listOpenings(db, book.poll.id) : [];
  const mayAnswer = book.phase === "open" && book.rows.some(({ isOwn }) => isOwn);
  return { series, mayRun, mayAnswer, totals: { ...sumUp(book, filter, limits), openings }, limits };
}

function sumUp(book: OpenBook, filter: PeopleFilter, limits: Limits): Omit<Totals, "openings"> {
  const { poll, phase, stamp, sight, rows } = book;
  const left = rows.filter((row) => fits(row, filter));
  const zones = countByZone(rows);
  return {
    ...{ poll, phase, stamp, sight, filter, zones },
    totals: tally(poll, filter.side === null ? sight.letters : within(sight.letters, filter.side), left),
    people: left.length,
    everybody: rows.length,
    answered: rows.filter(({ state }) => state !== "none").length,
    asked: left.map(({ id, name, letter, state, note, required }) => ({
      ...{ id, name, letter, state, note, required },
    })),
    groups: countGroups(rows),
    burdens: weigh(poll.slots, zones, limits),
  };
}

const within = (letters: readonly string[], letter: string) => letters.filter((each) => each === letter);

function countGroups(rows: readonly SeenRow[]): Totals["groups"] {
  const counts = new Map<string, number>();
  for (const reference of rows.flatMap(({ groups }) => groups))
    counts.set(reference, (counts.get(reference) ?? 0) + 1);
  return [...counts]
    .map(([reference, people]) => ({ reference, people }))
    .sort((a, b) => a.reference.localeCompare(b.reference, "en", { numeric: true }));
}

/** The mean over the slots on offer, the heaviest zone first. */
function weigh(slots: readonly Slot[], zones: readonly ZonePeople[], limits: Limits): ZoneBurden[] {
  if (slots.length === 0) return [];
  const spans = slots.map(({ start, lengthMinutes }) => ({ start: start.getTime(), lengthMinutes }));
  return zones
    .map((zone) => {
      const burdens = burdensOf(spans, zone.timeZone, limits.D4.burdenByHour);
      return { ...zone, perSlot: burdens.reduce((sum, burden) => sum + burden, 0) / slots.length };
    })
    .sort((a, b) => b.perSlot - a.perSlot);
}
