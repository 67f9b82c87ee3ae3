import type { Day } from "#lib/kernel/day";
import type { Finding } from "#lib/kernel/finding";
import type { Header } from "./header-fields.ts";
import type { Span } from "./plain-text.ts";
import type { Sentence } from "./sentences.ts";

/** What a destination is asked to do with a letter. */
export type Purpose = "action" | "information" | "comment";

/** `correspondence` is a mailing list or any other consultation without a meeting. */
export type Method = "meeting" | "correspondence";

export type Destination = { readonly group: string; readonly purpose: Purpose | null };

export type Approval = {
  /** `SG`, `WP`, `Q` (a rapporteur group) or `TSAG`. */
  readonly level: string | null;
  /** Such as `SG2` or `WP1/2`. */
  readonly body: string | null;
  readonly method: Method | null;
  /** The last day when the letter gives the days of a meeting. */
  readonly date: Day | null;
};

/** Who answers questions about a letter. What is not there is empty. */
export type Contact = {
  readonly name: string;
  readonly organization: string;
  readonly country: string;
  readonly email: string;
};

export type ProposedCoChair = {
  /** As written, without honorific. */
  readonly name: string;
  /** As written, such as `WP2/20 Chair`. */
  readonly office: string | null;
  /** The Study Group the person would be co-chair for. */
  readonly side: string | null;
};

/** The joint meetings that a letter proposes. */
export type Proposal = {
  readonly meetings: number | null;
  readonly format: "virtual" | "hybrid" | "physical" | null;
  /** Who meets: Questions, or Study Groups when no Question is named. */
  readonly parties: readonly string[];
  /** What the series must be ready for. */
  readonly target: {
    readonly group: string | null;
    readonly month: string | null;
    readonly date: Day | null;
  };
  readonly coChairs: readonly ProposedCoChair[];
  /** An opaque reference such as `39A1/1`. */
  readonly mandate: string | null;
  readonly topic: string | null;
  readonly output: string | null;
};

/** The words a field was taken from, and where they begin in the text. */
export type Quote = { readonly text: string; readonly offset: number };

/** A liaison statement as it was understood. What the text does not say is null or empty, and a finding says so. */
export type ParsedLetter = {
  /** Incoming or outgoing, by the letter's own marks. */
  readonly direction: "i" | "o" | null;
  readonly isReply: boolean;
  readonly title: string;
  readonly from: readonly string[];
  readonly to: readonly Destination[];
  readonly questions: readonly string[];
  readonly workingParties: readonly string[];
  readonly deadline: Day | null;
  readonly approval: Approval | null;
  readonly contacts: readonly Contact[];
  readonly abstract: string;
  readonly proposal: Proposal | null;
  /** By field path, such as `to.0.group` or `proposal.target.month`; a list's own path quotes its first words. */
  readonly evidence: Readonly<Record<string, Quote>>;
  readonly findings: readonly Finding[];
};

/** A letter being read: as it came, evened out, and in its parts. All three have the same places. */
export type LetterText = {
  readonly raw: string;
  readonly text: string;
  readonly header: Header;
  /** Of the prose: abstract and body. */
  readonly sentences: readonly Sentence[];
};

/** What one reader found out: a value, the places it stands on by field path, and what is to be said of it. */
export type Read<T> = {
  readonly value: T;
  readonly places: readonly (readonly [string, Span])[];
  readonly findings: readonly Finding[];
};
