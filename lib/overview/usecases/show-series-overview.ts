import { db } from "#lib/db/client";
import { deadlinesOf } from "#lib/overview/domain/deadlines";
import type { Deadlines, SeriesFactsheet } from "#lib/overview/domain/facts";
import type { Waiting } from "#lib/overview/domain/waiting";
import { waitingFor } from "#lib/overview/domain/waiting-for";
import type { Actor } from "#lib/people/domain/actor";
import { loadRuleSet } from "#lib/rules/usecases/load-rule-set";
import { consentState, type SideConsent } from "#lib/series/domain/consents";
import { mayWelcome } from "#lib/series/domain/members";
import { isCoChair, mayEditSeries, sidesSpokenFor } from "#lib/series/domain/policy";
import { coChairs, type Series } from "#lib/series/domain/series";
import { loadSeries } from "#lib/series/usecases/load-series";
import { gatherFacts } from "./gather-facts.ts";

export type SeriesOverview = {
  readonly series: Series;
  readonly facts: SeriesFactsheet;
  /** Where each side stands on the series itself. */
  readonly consents: readonly SideConsent[];
  /** Where each side stands on the report; null while nobody has begun it. */
  readonly report: { readonly id: string; readonly consents: readonly SideConsent[] } | null;
  readonly waiting: readonly Waiting[];
  readonly deadlines: Deadlines | null;
  /** Ids of the sides this person speaks for, and of the co-chairs this person may welcome. */
  readonly speaksFor: readonly string[];
  readonly welcomes: readonly string[];
  readonly mayEdit: boolean;
  /** Whether this person may put the report to both sides now, or record that it was submitted. */
  readonly mayPresent: boolean;
  readonly maySubmit: boolean;
};

/**
 * Everything the first page of a series shows to this person.
 *
 * @throws AppError `not_found` when there is no such series or it is not for this person.
 */
export async function showSeriesOverview(
  actor: Actor,
  reference: string,
  now = new Date(),
): Promise<SeriesOverview> {
  const series = await loadSeries(actor, reference, { now });
  const [facts] = await gatherFacts(db, [series]);
  if (!facts) throw new Error(`Broken invariant: series ${reference} has no facts`);
  const { limits } = await loadRuleSet(db);
  const deadlines = deadlinesOf(series, limits);
  return {
    ...{ series, facts, deadlines },
    consents: consentState(series, facts.consents, { subject: "series", subjectId: series.id }),
    report: facts.report && {
      id: facts.report.id,
      consents: consentState(series, facts.consents, { subject: "report", subjectId: facts.report.id }),
    },
    waiting: waitingFor(facts, { actor, now, limits }),
    speaksFor: sidesSpokenFor(actor, series).map(({ id }) => id),
    welcomes: coChairs(series)
      .filter((member) => mayWelcome(actor, series, member))
      .map(({ id }) => id),
    mayEdit: mayEditSeries(actor, series),
    mayPresent: facts.report !== null && series.state === "running" && isCoChair(actor, series),
    maySubmit: series.state === "agreed_by_both" && mayEditSeries(actor, series),
  };
}
