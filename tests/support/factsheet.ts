import type { MeetingFacts, PollFacts, SeriesFactsheet } from "#lib/overview/domain/facts";
import type { Consent } from "#lib/series/domain/consents";
import { aSeries } from "./series-in-memory.ts";

/** A series with nothing written about it but the series itself, for tests of pure code. */
export function aFactsheet(change: Partial<SeriesFactsheet> = {}): SeriesFactsheet {
  return {
    series: aSeries(),
    ...{
      letter: null,
      consents: [],
      poll: null,
      smallPolls: [],
      meetings: [],
      announcement: null,
      report: null,
      reached: {},
    },
    ...change,
  };
}

/** A meeting of two hours that begins at the instant. */
export function aMeeting(sequence: number, start: string, change: Partial<MeetingFacts> = {}): MeetingFacts {
  const begins = new Date(start);
  return {
    ...{ sequence, start: begins, end: new Date(begins.getTime() + 7_200_000), status: "planned" },
    ...{ hasAgenda: true, hasJoiningLink: true, createdAt: new Date("2027-01-20T00:00:00Z") },
    change: null,
    ...change,
  };
}

/** An open poll with one person of each side, of whom nobody has answered. */
export function aPoll(change: Partial<PollFacts> = {}): PollFacts {
  return {
    ...{ id: "poll", state: "open", openedAt: new Date("2027-01-05T00:00:00Z") },
    ...{
      closesAt: new Date("2027-01-15T12:00:00Z"),
      createdAt: new Date("2027-01-04T00:00:00Z"),
      choice: null,
    },
    invitees: [
      { personId: "dora", name: "Dora", sideId: "a", hasAnswered: false },
      { personId: "dev", name: "Dev", sideId: "b", hasAnswered: false },
    ],
    ...change,
  };
}

/** The consent of a side (`a` or `b`) to the subject. */
export function aConsent(sideId: string, subject: Consent["subject"], subjectId: string): Consent {
  return {
    ...{ id: `${sideId}-${subject}`, sideId, subject, subjectId, outcome: "agreed", method: "meeting" },
    ...{ decidedBy: "SG", decidedOn: "2027-01-02", evidence: "", comment: "", recordedBy: "Carla Chair" },
    recordedAt: new Date("2027-01-02T10:00:00Z"),
  };
}
