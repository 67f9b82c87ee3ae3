import { addDays, type Day } from "#lib/kernel/day";
import { say, type Words } from "#lib/kernel/words";
import type { Actor } from "#lib/people/domain/actor";
import type { Limits } from "#lib/rules/domain/rules";
import { type ConsentSubject, consentState, sidesMissing } from "#lib/series/domain/consents";
import { sidesSpokenFor } from "#lib/series/domain/policy";
import type { Side } from "#lib/series/domain/series";
import type { SeriesFactsheet } from "./facts.ts";

/** Something a series waits for. */
export type Waiting = {
  readonly key: string;
  readonly what: Words;
  /** From which side, people or secretariats. */
  readonly from: Words;
  readonly since: Date;
  /** An instant, when the hour is known, or a Geneva day. */
  readonly until: Date | Day | null;
  /** Page below the series where it is done, with its anchor. */
  readonly path: string;
  /** What the button says. */
  readonly step: Words;
  /** Whether this person can do it. */
  readonly mine: boolean;
};

/** Who asks, when, and by which rules. */
export type Reader = {
  readonly actor: Actor;
  readonly now: Date;
  /** Of the rules in force. */
  readonly limits: Limits;
};

/** Mine before others', then what ends first, then what has waited longest. */
export function byUrgency(a: Waiting, b: Waiting): number {
  if (a.mine !== b.mine) return a.mine ? -1 : 1;
  const [endA, endB] = [endOf(a), endOf(b)];
  return endA !== endB ? endA - endB : a.since.getTime() - b.since.getTime();
}

const endOf = ({ until }: Waiting) =>
  until === null
    ? Number.MAX_SAFE_INTEGER
    : typeof until === "string"
      ? Date.parse(`${addDays(until, 1)}T00:00:00Z`)
      : until.getTime();

/** Words for a side that is waited for. */
export const fromSide = (side: Side) => say("overview.from.side", { side: side.group.reference });
/** Whether somebody may speak for a side of the series. */
export const speaksFor = (actor: Actor, facts: SeriesFactsheet, side: Side) =>
  sidesSpokenFor(actor, facts.series).some(({ id }) => id === side.id);

/** The sides that have not answered about something. */
export function missingSides(facts: SeriesFactsheet, subject: ConsentSubject, subjectId: string): Side[] {
  return sidesMissing(consentState(facts.series, facts.consents, { subject, subjectId }));
}
