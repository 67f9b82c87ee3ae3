import type { Measure } from "./problem.ts";

/** A series and what it measures. */
export type RankedSeries = {
  /** Slot ids in time order. */
  readonly slots: readonly string[];
  readonly reach: number;
  readonly attendance: number;
  /** The zone that bears most, the first in the alphabet of several; null when nobody was asked. */
  readonly worstZone: { readonly zone: string; readonly burden: number } | null;
  readonly totalBurden: number;
};

/**
 * `optimal`: no other series is better than those found. Otherwise the time was over: in all measures before `measure`
 * no other series can be better than the first, and in `measure` by at most `gap`.
 */
export type Proof = "optimal" | { readonly gap: number; readonly measure: Measure };

/** One rule that a series breaks, in one place. */
export type BrokenRule =
  | { readonly rule: "meetings"; readonly needed: number; readonly offered: number }
  | { readonly rule: "blocked" | "must" | "never" | "notBefore" | "notAfter"; readonly slot: string }
  | {
      readonly rule: "quorum";
      readonly slot: string;
      readonly side: string;
      readonly needed: number;
      readonly able: number;
    }
  | { readonly rule: "required"; readonly slot: string; readonly person: string }
  | {
      readonly rule: "minGapDays" | "maxGapDays";
      readonly slot: string;
      readonly next: string;
      readonly needed: number;
      readonly days: number;
    }
  | {
      readonly rule: "maxPerWeek";
      readonly slot: string;
      readonly needed: number;
      readonly meetings: number;
    };

/** A change of one rule after which at least one series is possible. */
export type SmallestChange =
  | { readonly rule: "quorum"; readonly side: string; readonly from: number; readonly to: number }
  | { readonly rule: "required"; readonly person: string }
  | {
      readonly rule: "minGapDays" | "maxGapDays" | "maxPerWeek" | "meetings";
      readonly from: number;
      readonly to: number;
    }
  | { readonly rule: "notBefore" | "notAfter"; readonly from: Date; readonly to: Date }
  | { readonly rule: "blocked" | "must" | "never"; readonly slot: string };

/** The series that breaks the fewest rules, when none keeps them all. */
export type NearestSeries = {
  readonly slots: readonly string[];
  readonly broken: readonly BrokenRule[];
  /** Each by itself makes a series possible; the smallest first. Empty when it takes several at once. */
  readonly changes: readonly SmallestChange[];
};

/** What the choice of a series comes to. */
export type Ranking = {
  readonly proof: Proof;
  /** The best first. Empty when no series keeps all rules (or, without proof, when none was found in time). */
  readonly best: readonly RankedSeries[];
  readonly nearest: NearestSeries | null;
  readonly elapsedMs: number;
};

/** How to search. */
export type RankingOptions = {
  /** Milliseconds from any fixed point. */
  readonly clock: () => number;
  /** How many series are wanted; 5 when missing. */
  readonly best?: number;
  /** After this time the search ends and says how much better a series could still be; 5,000 when missing. */
  readonly timeLimitMs?: number;
  /** Is told now and then which share of the search, 0 to 1, is done. */
  readonly onProgress?: (share: number) => void;
};
