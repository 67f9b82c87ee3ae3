/** What somebody says to a slot. `ifNeedBe` counts as able to attend, and half as much as `yes`. */
export type SlotAnswer = "yes" | "ifNeedBe" | "no";

/** A candidate for a meeting. */
export type SlotOption = {
  readonly id: string;
  readonly startsAt: Date;
  readonly lengthMinutes: number;
  /** Whether something forbids it, such as a meeting of one of the groups. */
  readonly blocked?: boolean | undefined;
  /** Place in the packed answers; needed only when answers are packed. */
  readonly ordinal?: number | undefined;
};

/** Somebody asked. */
export type RankedPerson = {
  readonly id: string;
  readonly side: string;
  /** IANA time zone. */
  readonly zone: string;
  /** Whether no meeting can be held without this person. */
  readonly required?: boolean | undefined;
  /**
   * By slot id; or packed, two bits a slot by ordinal (0 no answer, 1 yes, 2 if need be, 3 no, four a byte, the lowest
   * bits first); or null for no answer at all. What is not answered counts as no.
   */
  readonly answers: Readonly<Record<string, SlotAnswer>> | Uint8Array | null;
};

/** What a series must keep to, and how the burden of an hour is counted. */
export type SeriesRules = {
  readonly meetings: number;
  /** Starts of consecutive meetings are at least this many times 24 hours apart. */
  readonly minGapDays: number;
  /** And at most this many. */
  readonly maxGapDays?: number | undefined;
  /** Most meetings whose start falls into one ISO week in Europe/Zurich. */
  readonly maxPerWeek?: number | undefined;
  /** No meeting starts earlier. */
  readonly notBefore?: Date | undefined;
  /** No meeting ends later. */
  readonly notAfter?: Date | undefined;
  /** Least number of people able to attend each meeting, by side. */
  readonly quorum: Readonly<Record<string, number>>;
  /** At how many of the meetings somebody must be able to attend to count for the reach. */
  readonly reachOf: number;
  /** Burden of one minute in each local hour; 24 whole numbers from 0. */
  readonly burdenByHour: readonly number[];
  /** Burden of zones from earlier series. */
  readonly carried?: Readonly<Record<string, number>> | undefined;
};

/**
 * By what series are compared. `reach`: people able to attend at least `reachOf` meetings. `attendance`: 2 for each
 * yes, 1 for each if need be, over all meetings. `worstZone`: largest burden of a zone. `totalBurden`: sum over zones.
 * `earliest`: starts from the last meeting to the first. The first two are better when large, the others when small.
 */
export type Measure = "reach" | "attendance" | "worstZone" | "totalBurden" | "earliest";

/** The order in which the measures count when nobody says otherwise. */
export const USUAL_ORDER: readonly Measure[] = [
  "reach",
  "attendance",
  "worstZone",
  "totalBurden",
  "earliest",
];

/** All that the choice of a series depends on. */
export type SeriesProblem = {
  readonly slots: readonly SlotOption[];
  readonly people: readonly RankedPerson[];
  readonly rules: SeriesRules;
  /** Most important first; measures left out do not count. The usual order when missing. */
  readonly order?: readonly Measure[] | undefined;
  /** Ids of slots that every series contains. */
  readonly must?: readonly string[] | undefined;
  /** Ids of slots that no series contains. */
  readonly never?: readonly string[] | undefined;
};
