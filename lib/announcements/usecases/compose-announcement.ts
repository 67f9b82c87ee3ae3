import { writeCalendar } from "#lib/calendar-files/write-calendar";
import type { Db } from "#lib/db/client";
import { dayIn, GENEVA } from "#lib/kernel/zone";
import type { Announcement } from "#lib/announcements/domain/announcement";
import { type AnnouncementFinding, checkAnnouncement } from "#lib/announcements/domain/checks";
import { entriesOf, type EntryWords } from "#lib/announcements/domain/entries";
import { type Addressee, type Recipient, recipientsOf } from "#lib/announcements/domain/recipients";
import { announcementLines, type Facts, type Line } from "#lib/announcements/domain/text";
import { getAudience, listAnnouncements } from "#lib/announcements/store";
import type { Meeting } from "#lib/meetings/domain/meeting";
import { listSeriesMeetings } from "#lib/meetings/usecases/list-series-meetings";
import { coChairs, type Series } from "#lib/series/domain/series";
import { settings } from "#lib/settings/settings";
import { loadRuleSet } from "#lib/rules/usecases/load-rule-set";
import { listSeriesWaivers } from "#lib/waivers/usecases/list-series-waivers";
import { inEnglish } from "#lib/words/translate";

/** An announcement as it would leave now. */
export type Composed = {
  readonly text: string;
  /** The iCalendar file. */
  readonly calendar: string;
  readonly entries: readonly EntryWords[];
  readonly recipients: readonly Recipient[];
  /** Where answers go: the secretariats. */
  readonly replyTo: readonly Addressee[];
  readonly findings: readonly AnnouncementFinding[];
};

/** Writes a draft out with the data of now: its text, its calendar file, who gets it, and what the rules say of it. */
export async function composeAnnouncement(
  db: Db,
  { series, draft }: { readonly series: Series; readonly draft: Announcement },
  now: Date,
): Promise<Composed> {
  const { facts, audience } = await gatherFacts(db, series, now);
  const earlier = (await listAnnouncements(db, series.id)).flatMap(({ issued }) =>
    issued ? [issued.at] : [],
  );
  const findings = checkAnnouncement({
    ...facts,
    ...{ announcementId: draft.id, parts: draft, now },
    announcedOn: dayIn(earlier.at(-1) ?? now, GENEVA),
    rules: await loadRuleSet(db),
    waivers: await listSeriesWaivers(db, series),
  });
  const recipients = recipientsOf(series, audience);
  return {
    text: inText(announcementLines(facts, draft)),
    calendar: calendarOf(facts, now),
    entries: entriesOf(facts),
    recipients,
    replyTo: recipients
      .filter(({ kind }) => kind === "secretariat")
      .map(({ name, address }) => ({ name, address })),
    findings,
  };
}

/** What the texts about a series are made of, and whom its groups want to be told. */
export async function gatherFacts(db: Db, series: Series, now: Date) {
  const coChairIds = coChairs(series).map(({ personId }) => personId);
  const audience = await getAudience(db, { groupIds: series.groupIds, coChairIds }, now);
  const meetings = (await listSeriesMeetings(db, series)).filter(isAnnounced);
  const facts: Facts = { series, meetings, groups: audience.groups, baseUrl: settings().baseUrl };
  return { facts, audience };
}

/** The calendar file of these meetings, written at `now`. */
export function calendarOf(facts: Facts, now: Date): string {
  return writeCalendar({
    name: facts.series.title,
    organizer: settings().mailFrom,
    writtenAt: now,
    entries: entriesOf(facts).map(({ meeting, status, summary, description, location, url }) => ({
      ...{ uid: meeting.calendarUid, sequence: meeting.calendarSequence, status, url },
      ...{ start: meeting.start, end: meeting.end },
      summary: inEnglish(summary),
      description: inText(description),
      location: inEnglish(location),
    })),
  });
}

const isAnnounced = ({ status }: Meeting) => status !== "held" && status !== "reported";

const inText = (lines: readonly Line[]) =>
  lines.map((line) => (typeof line === "string" ? line : inEnglish(line))).join("\n");
