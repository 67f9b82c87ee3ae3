import { say, type Words } from "#lib/kernel/words";
import type { Meeting } from "#lib/meetings/domain/meeting";
import { type Facts, type Line, meetingUrl, momentLines, shortQuestions } from "./text.ts";

/** A calendar entry whose texts are still to be said in a language. */
export type EntryWords = {
  readonly meeting: Meeting;
  readonly status: "tentative" | "confirmed" | "cancelled";
  readonly summary: Words;
  readonly description: readonly Line[];
  readonly location: Words;
  readonly url: string;
};

const STATUS: Readonly<Record<Meeting["status"], EntryWords["status"]>> = {
  planned: "tentative",
  confirmed: "confirmed",
  held: "confirmed",
  reported: "confirmed",
  cancelled: "cancelled",
  postponed: "cancelled",
};

/** One calendar entry a meeting. It never holds the joining link: the file goes to archived lists. */
export function entriesOf(facts: Facts): EntryWords[] {
  const { series, meetings } = facts;
  return meetings.map((meeting) => ({
    meeting,
    status: STATUS[meeting.status],
    summary: say("announcements.entry.summary", {
      sequence: meeting.sequence,
      count: series.meetingCount,
      questions: shortQuestions(series),
      title: series.title,
    }),
    description: [
      say("announcements.entry.status", { status: meeting.status }),
      ...momentLines(meeting),
      ...(series.topic ? [say("announcements.text.topic", { topic: series.topic })] : []),
      say("announcements.text.agenda", { url: meetingUrl(facts, meeting) }),
      say("announcements.text.join"),
    ],
    location: say("announcements.entry.location", { format: series.format }),
    url: meetingUrl(facts, meeting),
  }));
}
