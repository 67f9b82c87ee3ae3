import type { Day } from "#lib/kernel/day";
import type { Consent } from "#lib/series/domain/consents";
import type { Series, SeriesHead } from "#lib/series/domain/series";

/** Somebody asked for dates, and whether the answers are in. */
export type Invitee = {
  readonly personId: string;
  readonly name: string;
  readonly sideId: string;
  readonly hasAnswered: boolean;
};

/** The last date poll of a series, as far as the overview needs it. */
export type PollFacts = {
  readonly id: string;
  readonly state: "draft" | "open" | "decided";
  readonly openedAt: Date | null;
  readonly closesAt: Date | null;
  readonly createdAt: Date;
  readonly invitees: readonly Invitee[];
  /** The dates that were put forward last and not replaced. */
  readonly choice: {
    readonly id: string;
    readonly proposedAt: Date;
    readonly decidedAt: Date | null;
  } | null;
};

/** An open poll about another time for one meeting. */
export type SmallPollFacts = Pick<PollFacts, "id" | "openedAt" | "closesAt" | "createdAt" | "invitees"> & {
  /** Of the meeting. */
  readonly sequence: number;
};

/** A meeting of a series that is not cancelled. */
export type MeetingFacts = {
  readonly sequence: number;
  readonly start: Date;
  readonly end: Date;
  readonly status: string;
  readonly hasAgenda: boolean;
  readonly hasJoiningLink: boolean;
  /** A move or cancellation that is put forward and not decided. */
  readonly change: { readonly id: string; readonly proposedAt: Date } | null;
  readonly createdAt: Date;
};

/** What stands written about one series, whoever reads it. */
export type SeriesFactsheet = {
  readonly series: Series;
  /** The letter that proposed it. */
  readonly letter: { readonly id: string; readonly sentOn: Day | null; readonly deadline: Day | null } | null;
  readonly consents: readonly Consent[];
  readonly poll: PollFacts | null;
  /** Polls about other times for single meetings that are not over, by sequence. */
  readonly smallPolls: readonly SmallPollFacts[];
  /** By sequence. */
  readonly meetings: readonly MeetingFacts[];
  /** The last announcement; `firstIssuedAt` is that of the first one. */
  readonly announcement: {
    readonly state: "draft" | "issued";
    readonly createdAt: Date;
    readonly firstIssuedAt: Date | null;
  } | null;
  readonly report: { readonly id: string; readonly createdAt: Date } | null;
  /** When the series came into its state, by state; the last time counts. */
  readonly reached: Readonly<Record<string, Date>>;
};

/** The same without the people in it: enough for the map of a series. */
export type SeriesMapFacts = Omit<SeriesFactsheet, "series" | "poll" | "smallPolls" | "consents"> & {
  readonly series: SeriesHead;
  readonly poll: Omit<PollFacts, "invitees"> | null;
};

/** The last days that the rules give, counted back from a known target meeting. */
export type Deadlines = {
  /** On which a Contribution can be handed in. */
  readonly contribution: Day;
  /** On which a TD has to be available. */
  readonly available: Day;
  /** On which a last meeting is not yet an exception. */
  readonly exception: Day;
};
