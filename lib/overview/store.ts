import type { Db, Prisma } from "#lib/db/client";
import type { Day } from "#lib/kernel/day";
import type { Invitee, MeetingFacts, PollFacts, SeriesFactsheet, SeriesMapFacts } from "./domain/facts.ts";
import type { Act } from "./domain/history.ts";

/** What the other features have written about a series; the series itself and its consents are loaded by theirs. */
export type Written = Omit<SeriesFactsheet, "series" | "consents">;
export type WrittenMap = Omit<SeriesMapFacts, "series">;

const POLL = {
  orderBy: { createdAt: "desc" },
  take: 1,
  include: { choices: { where: { supersededAt: null }, orderBy: { proposedAt: "desc" }, take: 1 } },
} as const satisfies Prisma.JointSeries$pollsArgs;

const MAP = {
  letters: { orderBy: { createdAt: "asc" }, take: 1 },
  polls: POLL,
  meetings: {
    where: { status: { notIn: ["cancelled", "postponed"] } },
    orderBy: { sequence: "asc" },
    include: {
      agenda: { select: { id: true } },
      changes: { where: { supersededAt: null, decidedAt: null }, select: { id: true, proposedAt: true } },
    },
  },
  announcements: { orderBy: { number: "asc" } },
  report: true,
  auditEntries: { where: { action: "seriesAdvance" }, orderBy: { at: "asc" } },
} as const satisfies Prisma.JointSeriesInclude;

const FACTS = {
  ...MAP,
  polls: {
    ...POLL,
    include: { ...POLL.include, invitees: { include: { person: { select: { name: true } } } } },
  },
} as const satisfies Prisma.JointSeriesInclude;

type MapRow = Prisma.JointSeriesGetPayload<{ include: typeof MAP }>;
type Row = Prisma.JointSeriesGetPayload<{ include: typeof FACTS }>;

/** What is written about one series, without the people asked for its dates. */
export async function findWrittenMap(db: Db, seriesId: string): Promise<WrittenMap | null> {
  const row = await db.jointSeries.findUnique({ where: { id: seriesId }, include: MAP });
  return row && toWrittenMap(row);
}

/** What is written about each of these series, by id. */
export async function listWritten(db: Db, seriesIds: readonly string[]): Promise<Map<string, Written>> {
  const rows = await db.jointSeries.findMany({ where: { id: { in: [...seriesIds] } }, include: FACTS });
  return new Map(rows.map((row) => [row.id, toWritten(row)]));
}

function toWritten(row: Row): Written {
  const [poll] = row.polls;
  const map = toWrittenMap(row);
  return { ...map, poll: poll && map.poll ? { ...map.poll, invitees: poll.invitees.map(toInvitee) } : null };
}

function toWrittenMap({ letters, polls, meetings, announcements, report, auditEntries }: MapRow): WrittenMap {
  const [letter] = letters;
  const [poll] = polls;
  return {
    letter: letter
      ? {
          id: letter.id,
          sentOn: letter.sentOn && day(letter.sentOn),
          deadline: letter.deadline && day(letter.deadline),
        }
      : null,
    poll: poll ? toPoll(poll) : null,
    meetings: meetings.map(toMeeting),
    announcement: toAnnouncement(announcements),
    report: report && { id: report.id, createdAt: report.createdAt },
    reached: Object.fromEntries(
      auditEntries.map(({ after, at }) => [(after as { state?: string } | null)?.state ?? "", at]),
    ),
  };
}

const day = (date: Date): Day => date.toISOString().slice(0, 10);

function toPoll(row: MapRow["polls"][number]): Omit<PollFacts, "invitees"> {
  const [choice] = row.choices;
  const { id, openedAt, closesAt, createdAt } = row;
  return {
    ...{ id, state: row.state as PollFacts["state"], openedAt, closesAt, createdAt },
    choice: choice ? { id: choice.id, proposedAt: choice.proposedAt, decidedAt: choice.decidedAt } : null,
  };
}

const toInvitee = ({
  personId,
  person,
  sideId,
  answeredAt,
}: Row["polls"][number]["invitees"][number]): Invitee => ({
  ...{ personId, sideId, name: person.name },
  hasAnswered: answeredAt !== null,
});

const toMeeting = (row: Row["meetings"][number]): MeetingFacts => ({
  ...{ sequence: row.sequence, start: row.startsAt, end: row.endsAt, status: row.status },
  ...{ hasAgenda: row.agenda !== null, hasJoiningLink: row.joiningLink !== "", createdAt: row.createdAt },
  change: row.changes[0] ?? null,
});

function toAnnouncement(rows: Row["announcements"]): SeriesFactsheet["announcement"] {
  const last = rows.at(-1);
  if (!last) return null;
  const issued = rows.find((row) => row.issuedAt !== null);
  const state = last.state === "issued" ? "issued" : "draft";
  return { state, createdAt: last.createdAt, firstIssuedAt: issued?.issuedAt ?? null };
}

/** One page of the trail of a series, newest first: entries before `before` (an id), at most `count`. */
export async function listActs(
  db: Db,
  seriesId: string,
  page: { readonly before: string | null; readonly count: number },
): Promise<Act[]> {
  const rows = await db.auditEntry.findMany({
    where: { seriesId, ...(page.before ? { id: { lt: page.before } } : {}) },
    orderBy: { id: "desc" },
    take: page.count,
  });
  return rows.map(({ id, at, actorName, action, before, after }) => ({
    id,
    at,
    actorName,
    action,
    before,
    after,
  }));
}
