import { spanIn } from "#lib/kernel/moment";
import { dayIn, GENEVA } from "#lib/kernel/zone";
import { say, type Words } from "#lib/kernel/words";
import type { Meeting } from "#lib/meetings/domain/meeting";
import { coChairs, type Series, sideOf } from "#lib/series/domain/series";
import type { FreeParts } from "./announcement.ts";
import { ituDays } from "./itu-days.ts";
import { type AudienceGroup, secretariatOf } from "./recipients.ts";

/** A line of a text that leaves the house: words still to be said in a language, or a line as somebody wrote it. */
export type Line = Words | string;

/** What a text about the meetings is made of. */
export type Facts = {
  readonly series: Series;
  /** Those that are announced, by sequence. */
  readonly meetings: readonly Meeting[];
  readonly groups: readonly AudienceGroup[];
  /** The address of the installation, without a slash at the end. */
  readonly baseUrl: string;
};

/** Expected attendees are named above this number. @see docs/rules.md#N3 */
const NAMED_ABOVE = 20;

/** Mails are in English so far, and so are their dates. */
const LOCALE = "en";

/** The whole text, the same for both lists, in the form that TSB asks for. @see docs/rules.md#N3 */
export function announcementLines(facts: Facts, { introduction, practical }: FreeParts): Line[] {
  return [
    ...paragraph(introduction),
    ...formLines(facts),
    "",
    ...facts.meetings.flatMap((meeting) => [...meetingLines(facts, meeting), ""]),
    ...paragraph(practical),
    say("announcements.text.join"),
    ...contactLines(facts),
    "",
    say("announcements.text.calendar", { count: facts.meetings.length }),
    say("announcements.text.series", { url: seriesUrl(facts) }),
  ];
}

/** Subject of a new draft. */
export function subjectWords({ series, meetings }: Facts): Words {
  const days = meetings.map(({ start }) => dayIn(start, GENEVA)).sort();
  const values = { questions: shortQuestions(series), title: series.title, count: meetings.length };
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return say("announcements.text.subjectUndated", values);
  return say("announcements.text.subject", { ...values, days: ituDays(first, last) });
}

/** Introduction of a new draft. */
export function introductionWords({ series, meetings }: Facts): Words {
  return say("announcements.text.introduction", {
    groups: list(series.sides.map(({ group }) => group.reference)),
    questions: shortQuestions(series),
    count: meetings.length,
    title: series.title,
  });
}

function formLines({ series }: Facts): Line[] {
  const { mandate, target } = series;
  const people = coChairs(series).map(({ name, office, sideId }) =>
    [name, office, sideOf(series, sideId).group.reference].filter(Boolean).join(", "),
  );
  return [
    say("announcements.text.questions", { questions: questionsWithGroups(series) }),
    say("announcements.text.title", { title: series.title }),
    ...(series.topic ? [say("announcements.text.topic", { topic: series.topic })] : []),
    ...(series.output ? [say("announcements.text.output", { output: series.output })] : []),
    ...(mandate.reference ? [say("announcements.text.mandate", { mandate: mandate.reference })] : []),
    ...(target.group ? [say("announcements.text.target", { group: target.group.reference })] : []),
    ...(people.length > 0
      ? [say("announcements.text.coChairs", { count: people.length, people: people.join("; ") })]
      : []),
  ];
}

function meetingLines(facts: Facts, meeting: Meeting): Line[] {
  const attendees = expectedAttendees(facts, meeting);
  return [
    say("announcements.text.meeting", {
      sequence: meeting.sequence,
      count: facts.series.meetingCount,
      status: meeting.status,
    }),
    ...momentLines(meeting),
    ...(attendees > NAMED_ABOVE ? [say("announcements.text.attendees", { attendees })] : []),
    say("announcements.text.agenda", { url: meetingUrl(facts, meeting) }),
  ];
}

/** Geneva time, and UTC with its own date. */
export function momentLines({ start, end }: Meeting): Words[] {
  const [geneva, utc] = [GENEVA, "UTC"].map((timeZone) => {
    const { date, time, endsNextDay } = spanIn(start, end, { timeZone, locale: LOCALE });
    return { ...date, time, nextDay: String(endsNextDay) };
  });
  return [say("announcements.text.geneva", geneva), say("announcements.text.utc", utc)];
}

function contactLines({ series, groups }: Facts): Line[] {
  return series.sides.flatMap((side) =>
    groups
      .filter(({ id }) => id === side.group.id)
      .flatMap(secretariatOf)
      .map(({ address }) => say("announcements.text.contact", { group: side.group.reference, address })),
  );
}

/** Number that the co-chairs gave, or else the number of people with a part in the series. */
export function expectedAttendees({ series }: Facts, meeting: Meeting): number {
  return meeting.expectedAttendees ?? new Set(series.members.map(({ personId }) => personId)).size;
}

export const seriesUrl = ({ series, baseUrl }: Facts) => `${baseUrl}/series/${series.reference}`;

/** The page of a meeting, with its agenda. */
export const meetingUrl = (facts: Facts, { sequence }: Meeting) => `${seriesUrl(facts)}/meetings/${sequence}`;

/** `Q1/2 and Q6/20` */
export function shortQuestions({ sides }: Pick<Series, "sides">): string {
  return list(sides.flatMap((side) => names(side)));
}

/** `Q1/2 (SG2) and Q6/20 (SG20)` */
function questionsWithGroups({ sides }: Series): string {
  return list(sides.map((side) => `${list(names(side))} (${side.group.reference})`));
}

const names = ({ questions, group }: Series["sides"][number]) =>
  questions.length > 0 ? questions.map(({ reference }) => reference) : [group.reference];

const list = (parts: readonly string[]) => new Intl.ListFormat(LOCALE).format(parts);

/** A text that somebody wrote, and an empty line after it; nothing when there is none. */
const paragraph = (text: string): Line[] => (text ? [...text.split("\n"), ""] : []);
