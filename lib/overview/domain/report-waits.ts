import type { Day } from "#lib/kernel/day";
import { say } from "#lib/kernel/words";
import type { Actor } from "#lib/people/domain/actor";
import { isCoChair, isSecretariat } from "#lib/series/domain/policy";
import { deadlinesOf } from "./deadlines.ts";
import type { MeetingFacts, SeriesFactsheet } from "./facts.ts";
import { fromSide, missingSides, type Reader, speaksFor, type Waiting } from "./waiting.ts";

/** What the report waits for: to be written, agreed to, submitted, and the series to be closed. */
export function reportWaits(facts: SeriesFactsheet, { actor, now, limits }: Reader): Waiting[] {
  const { series, report, reached, meetings } = facts;
  const until = deadlinesOf(facts.series, limits)?.available ?? null;
  const common = { path: report ? "#report" : "/report", until };
  if (series.state === "running" && meetings.length > 0 && meetings.every((meeting) => meeting.end <= now)) {
    return [
      {
        ...{ ...common, key: "report", what: say("overview.wait.report") },
        ...{ from: say("overview.from.coChairs"), since: lastEnd(meetings) },
        ...{
          step: say(report ? "overview.step.present" : "overview.step.report"),
          mine: isCoChair(actor, series),
        },
      },
    ];
  }
  if (series.state === "report_drafted" && report) {
    return missingSides(facts, "report", report.id).map((side) => ({
      ...{ key: `report-${side.letter}`, from: fromSide(side), until },
      path: `#report-${side.letter.toLowerCase()}`,
      what: say("overview.wait.reportConsent", { side: side.group.reference }),
      ...{ since: reached["report_drafted"] ?? report.createdAt, step: say("overview.step.consent") },
      mine: speaksFor(actor, facts, side),
    }));
  }
  return [...submitWaits(facts, { actor, until }), ...closeWaits(facts, actor)];
}

function submitWaits(
  { series, reached }: SeriesFactsheet,
  { actor, until }: { readonly actor: Actor; readonly until: Day | null },
): Waiting[] {
  if (series.state !== "agreed_by_both") return [];
  return [
    {
      ...{ key: "submit", what: say("overview.wait.submit"), from: say("overview.from.secretariats"), until },
      ...{ since: reached["agreed_by_both"] ?? series.createdAt, path: "#report" },
      ...{ step: say("overview.step.submit"), mine: isSecretariat(actor, series) },
    },
  ];
}

function closeWaits({ series, reached }: SeriesFactsheet, actor: Actor): Waiting[] {
  if (series.state !== "submitted") return [];
  return [
    {
      ...{ key: "close", what: say("overview.wait.close"), from: say("overview.from.coChairs") },
      ...{ since: reached["submitted"] ?? series.createdAt, until: series.target.opensOn, path: "#end" },
      ...{ step: say("overview.step.close"), mine: isCoChair(actor, series) || isSecretariat(actor, series) },
    },
  ];
}

const lastEnd = (meetings: readonly MeetingFacts[]) =>
  new Date(Math.max(...meetings.map((meeting) => meeting.end.getTime())));
