import { db } from "#lib/db/client";
import { deadlinesOf } from "#lib/overview/domain/deadlines";
import type { Deadlines, MeetingFacts, SeriesFactsheet } from "#lib/overview/domain/facts";
import { byUrgency, type Waiting } from "#lib/overview/domain/waiting";
import { waitingFor } from "#lib/overview/domain/waiting-for";
import type { Actor } from "#lib/people/domain/actor";
import type { Limits } from "#lib/rules/domain/rules";
import { loadRuleSet } from "#lib/rules/usecases/load-rule-set";
import type { Series } from "#lib/series/domain/series";
import { hasReached, isOver } from "#lib/series/domain/states";
import { listMySeries } from "#lib/series/usecases/list-my-series";
import { gatherFacts } from "./gather-facts.ts";

type SeriesName = Pick<Series, "reference" | "title">;

export type Home = {
  /** What this person can do, most urgent first. */
  readonly mine: readonly (Waiting & { readonly series: SeriesName })[];
  /** What others have to do in these series. */
  readonly others: readonly (Waiting & { readonly series: SeriesName })[];
  /** Meetings to come, by start. */
  readonly meetings: readonly (MeetingFacts & { readonly series: SeriesName })[];
  /** Open date polls to which this person is invited, by deadline. */
  readonly polls: readonly {
    readonly series: SeriesName;
    /** Of the meeting for which another time is looked for; null when it is the poll of the series. */
    readonly sequence: number | null;
    readonly closesAt: Date;
    readonly hasAnswered: boolean;
  }[];
  /** Target meetings whose day is known, the next first, with the series that go towards them. */
  readonly targets: readonly {
    readonly series: readonly SeriesName[];
    readonly group: string;
    readonly opensOn: string;
    readonly deadlines: Deadlines;
  }[];
};

/** What is waited for from this person, over all series, and what lies ahead in them. */
export async function showHome(actor: Actor, now = new Date()): Promise<Home> {
  const facts = await gatherFacts(db, await listMySeries(actor, now));
  const { limits } = await loadRuleSet(db);
  const waiting = facts
    .flatMap((sheet) =>
      waitingFor(sheet, { actor, now, limits }).map((item) => ({
        ...item,
        series: nameOf(sheet),
      })),
    )
    .sort(byUrgency);
  return {
    mine: waiting.filter((item) => item.mine),
    others: waiting.filter((item) => !item.mine),
    meetings: facts
      .flatMap((sheet) => sheet.meetings.map((meeting) => ({ ...meeting, series: nameOf(sheet) })))
      .filter((meeting) => meeting.end > now)
      .sort((a, b) => a.start.getTime() - b.start.getTime()),
    polls: facts
      .flatMap((sheet) => openPollsOf(sheet, actor, now))
      .sort((a, b) => a.closesAt.getTime() - b.closesAt.getTime()),
    targets: byMeeting(facts.flatMap((sheet) => targetOf(sheet, limits))),
  };
}

const nameOf = ({ series }: SeriesFactsheet): SeriesName => ({
  reference: series.reference,
  title: series.title,
});

function openPollsOf(sheet: SeriesFactsheet, actor: Actor, now: Date): Home["polls"] {
  const { poll, smallPolls } = sheet;
  const open = [...(poll?.state === "open" ? [{ ...poll, sequence: null }] : []), ...smallPolls];
  return open.flatMap(({ sequence, closesAt, invitees }) => {
    const me = invitees.find((invitee) => invitee.personId === actor.id);
    if (!me || !closesAt || closesAt <= now) return [];
    return [{ series: nameOf(sheet), sequence, closesAt, hasAnswered: me.hasAnswered }];
  });
}

function targetOf(sheet: SeriesFactsheet, limits: Limits): Home["targets"] {
  const { series } = sheet;
  const { group, opensOn } = series.target;
  const deadlines = deadlinesOf(series, limits);
  if (!deadlines || !opensOn || isOver(series.state) || hasReached(series.state, "submitted")) return [];
  return [{ series: [nameOf(sheet)], group: group?.reference ?? "", opensOn, deadlines }];
}

function byMeeting(targets: Home["targets"]): Home["targets"] {
  const meetings = Map.groupBy(targets, ({ group, opensOn }) => `${opensOn} ${group}`);
  return [...meetings]
    .sort(([a], [b]) => a.localeCompare(b))
    .flatMap(([, [first, ...rest]]) =>
      first ? [{ ...first, series: [first, ...rest].flatMap(({ series }) => series) }] : [],
    );
}
