import { type Db, db as whole } from "#lib/db/client";
import { together } from "#lib/db/together";
import type {
  Invitee,
  MeetingFacts,
  PollFacts,
  SeriesFactsheet,
  SeriesMapFacts,
  SmallPollFacts,
} from "./domain/facts.ts";
import type { Act } from "./domain/history.ts";

/** What the other features have written about a series; the series itself and its consents are loaded by theirs. */
export type Written = Omit<SeriesFactsheet, "series" | "consents" | "smallPolls"> &
  Pick<WrittenMap, "lastWordAt"> & { readonly smallPolls: readonly WrittenSmallPoll[] };

/** A small poll with its slots and packed answers. */
export type WrittenSmallPoll = Omit<SmallPollFacts, "invitees"> & {
  readonly slots: readonly { readonly ordinal: number }[];
  readonly invitees: readonly (Omit<Invitee, "hasAnswered"> & {
    readonly answers: Uint8Array | null;
    readonly answeredAt: Date | null;
  })[];
};
export type WrittenMap = Omit<SeriesMapFacts, "series"> & {
  /** When a side last said something to the series as a whole. */
  readonly lastWordAt: Date | null;
};

/** What the database gives of one series; instants and days as JSON writes them. */
type Row = {
  readonly id: string;
  readonly letter: Written["letter"];
  readonly poll:
    (Texts<Omit<PollFacts, "choice" | "invitees">> & { readonly choice: Texts<Choice> | null }) | null;
  readonly meetings: readonly (Texts<Omit<MeetingFacts, "change">> & {
    readonly change: Texts<Change> | null;
  })[];
  readonly announcement: Texts<NonNullable<Written["announcement"]>> | null;
  readonly report: Texts<NonNullable<Written["report"]>> | null;
  readonly reached: Readonly<Record<string, string>>;
  readonly agreedAt: Date | null;
};
type Choice = NonNullable<PollFacts["choice"]>;
type Change = NonNullable<MeetingFacts["change"]>;
type Texts<T> = {
  readonly [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K];
};

/** What is written about one series, without the people asked for its dates. */
export async function findWrittenMap(db: Db, seriesId: string): Promise<WrittenMap | null> {
  const row = db === whole ? await findRow(seriesId) : (await listRows(db, [seriesId])).get(seriesId);
  return row ? toWrittenMap(row) : null;
}

const findRow = together((ids) => listRows(whole, ids));

/** What is written about each of these series, by id. */
export async function listWritten(db: Db, seriesIds: readonly string[]): Promise<Map<string, Written>> {
  const [rows, small, invitees] = await Promise.all([
    listRows(db, seriesIds),
    listSmallPolls(db, seriesIds),
    db.pollInvitee.findMany({
      where: { poll: { seriesId: { in: [...seriesIds] }, replacesId: null } },
      select: {
        pollId: true,
        personId: true,
        sideId: true,
        answeredAt: true,
        person: { select: { name: true } },
      },
    }),
  ]);
  const ofPoll = Map.groupBy(invitees, ({ pollId }) => pollId);
  return new Map(
    [...rows].map(([id, row]) => {
      const map = toWrittenMap(row);
      const { poll } = map;
      return [
        id,
        {
          ...{ ...map, smallPolls: small.get(id) ?? [] },
          poll: poll && { ...poll, invitees: (ofPoll.get(poll.id) ?? []).map(toInvitee) },
        },
      ];
    }),
  );
}

/** The polls about other times for single meetings that are not over, by series. */
async function listSmallPolls(
  db: Db,
  seriesIds: readonly string[],
): Promise<Map<string, WrittenSmallPoll[]>> {
  const rows = await db.datePoll.findMany({
    where: { seriesId: { in: [...seriesIds] }, replacesId: { not: null }, state: "open" },
    select: {
      ...{ id: true, seriesId: true, openedAt: true, closesAt: true, createdAt: true },
      replaces: { select: { sequence: true } },
      slots: { where: { withdrawnAt: null }, select: { ordinal: true } },
      invitees: { include: { person: { select: { name: true } } } },
    },
    orderBy: { replaces: { sequence: "asc" } },
  });
  const polls = rows.map(({ replaces, invitees, ...poll }) => ({
    ...{ ...poll, sequence: replaces?.sequence ?? 0 },
    invitees: invitees.map(({ personId, sideId, person, answers, answeredAt }) => ({
      ...{ personId, sideId, name: person.name, answers, answeredAt },
    })),
  }));
  return Map.groupBy(polls, ({ seriesId }) => seriesId);
}

/** One question to the database for the whole map: every page of a series asks it. */
async function listRows(db: Db, seriesIds: readonly string[]): Promise<Map<string, Row>> {
  const rows = await db.$queryRaw<Row[]>`
    select s.id,
      (select json_build_object('id', l.id, 'sentOn', l.sent_on, 'deadline', l.deadline)
        from liaison_statements l where l.series_id = s.id order by l.created_at limit 1) as letter,
      (select json_build_object('id', p.id, 'state', p.state, 'openedAt', p.opened_at, 'closesAt', p.closes_at,
          'createdAt', p.created_at, 'choice', (
            select json_build_object('id', c.id, 'proposedAt', c.proposed_at, 'decidedAt', c.decided_at)
            from poll_choices c where c.poll_id = p.id and c.superseded_at is null
            order by c.proposed_at desc limit 1))
        from date_polls p where p.series_id = s.id and p.replaces_id is null order by p.created_at desc limit 1) as poll,
      (select coalesce(json_agg(json_build_object('sequence', m.sequence, 'start', m.starts_at, 'end', m.ends_at,
          'status', m.status, 'hasAgenda', exists (select from agendas a where a.meeting_id = m.id),
          'hasJoiningLink', m.joining_link <> '', 'createdAt', m.created_at, 'change', (
            select json_build_object('id', c.id, 'proposedAt', c.proposed_at)
            from meeting_changes c where c.meeting_id = m.id and c.superseded_at is null and c.decided_at is null
            limit 1)) order by m.sequence), '[]')
        from meetings m where m.series_id = s.id and m.status not in ('cancelled', 'postponed')) as meetings,
      (select json_build_object('state', case a.state when 'issued' then 'issued' else 'draft' end,
          'createdAt', a.created_at, 'firstIssuedAt', (select f.issued_at from announcements f
            where f.series_id = s.id and f.issued_at is not null order by f.number limit 1))
        from announcements a where a.series_id = s.id order by a.number desc limit 1) as announcement,
      (select json_build_object('id', r.id, 'createdAt', r.created_at)
        from reports r where r.series_id = s.id) as report,
      (select coalesce(json_object_agg(coalesce(e.after ->> 'state', ''), e.at order by e.at), '{}')
        from audit_entries e where e.series_id = s.id and e.action = 'seriesAdvance') as reached,
      (select max(c.recorded_at) from side_consents c
        where c.series_id = s.id and c.subject = 'series') as "agreedAt"
    from joint_series s where s.id = any(${[...seriesIds]}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row]));
}

function toWrittenMap({ letter, poll, meetings, announcement, report, reached, agreedAt }: Row): WrittenMap {
  return {
    ...{ letter, lastWordAt: agreedAt },
    poll: poll && toPoll(poll),
    meetings: meetings.map(toMeeting),
    announcement: announcement && {
      state: announcement.state,
      createdAt: new Date(announcement.createdAt),
      firstIssuedAt: instant(announcement.firstIssuedAt),
    },
    report: report && { id: report.id, createdAt: new Date(report.createdAt) },
    reached: Object.fromEntries(Object.entries(reached).map(([state, at]) => [state, new Date(at)])),
  };
}

const instant = (text: string | null): Date | null => (text === null ? null : new Date(text));

const toPoll = ({ choice, ...poll }: NonNullable<Row["poll"]>): Omit<PollFacts, "invitees"> => ({
  ...{ id: poll.id, state: poll.state, createdAt: new Date(poll.createdAt) },
  ...{ openedAt: instant(poll.openedAt), closesAt: instant(poll.closesAt) },
  choice: choice && {
    ...{ id: choice.id, proposedAt: new Date(choice.proposedAt), decidedAt: instant(choice.decidedAt) },
  },
});

type InviteeRow = Pick<Invitee, "personId" | "sideId"> & {
  answeredAt: Date | null;
  person: { name: string };
};
const toInvitee = ({ personId, person, sideId, answeredAt }: InviteeRow): Invitee => ({
  ...{ personId, sideId, name: person.name },
  hasAnswered: answeredAt !== null,
});

const toMeeting = ({ start, end, createdAt, change, ...row }: Row["meetings"][number]): MeetingFacts => ({
  ...{ ...row, start: new Date(start), end: new Date(end), createdAt: new Date(createdAt) },
  change: change && { id: change.id, proposedAt: new Date(change.proposedAt) },
});

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
