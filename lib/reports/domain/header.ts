import { say, type Words } from "#lib/kernel/words";
import type { Meeting } from "#lib/meetings/domain/meeting";
import type { Series } from "#lib/series/domain/series";

/** The group the report goes to: TSAG, when the series does not say otherwise. */
export function targetOf({ target }: Pick<Series, "target">): string {
  return target.group?.reference ?? "TSAG";
}

/** Who the report comes from: the co-chairs, of all sides alike. */
export function sourceOf(series: Pick<Series, "sides">): Words {
  const groups = series.sides.map(({ group }) => group.reference).join(", ");
  return say("reports.word.source", { groups });
}

/** What the report asks of its reader. */
export function actionOf(series: Pick<Series, "target">): Words {
  return say("reports.word.purpose", { target: targetOf(series) });
}

/** The meetings that a report tells of: those that were not called off. */
export function meetingsToReport(meetings: readonly Meeting[]): Meeting[] {
  return meetings.filter(({ status }) => status !== "cancelled" && status !== "postponed");
}
