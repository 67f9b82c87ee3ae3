import type { Stay, ZonePlan } from "./zone-plan.ts";

/** What a slot is filled in with. */
export type Proposal = "yes" | "if_need_be" | "no";

/** `hard`: cannot attend. `soft`: would rather not. */
export type EngagementKind = "hard" | "soft";

/** When somebody cannot attend or would rather not: once, or every week on the clock of where the person is. */
export type Engagement = {
  readonly id: string;
  readonly kind: EngagementKind;
  /** For the person alone; may be empty. */
  readonly title: string;
} & (
  | { readonly every: "once"; readonly start: Date; readonly end: Date }
  | {
      readonly every: "week";
      /** 1 is Monday, 7 is Sunday. */
      readonly weekday: number;
      /** Minutes after midnight; `toMinute` is exclusive and may be 1440. */
      readonly fromMinute: number;
      readonly toMinute: number;
    }
);

/** The hours in which somebody usually works, on the clock of where the person is. */
export type UsualHours = {
  readonly fromMinute: number;
  /** Exclusive; may be 1440. */
  readonly toMinute: number;
  /** 1 is Monday, 7 is Sunday. */
  readonly weekdays: readonly number[];
  /** What a slot is filled in with that is not wholly inside. */
  readonly outside: Proposal;
  /** What a slot is filled in with that is wholly inside and free; `none` leaves it open. */
  readonly inside: "yes" | "none";
};

/** The standing profile of one person. Nobody else ever sees it. */
export type Availability = {
  readonly plan: ZonePlan;
  readonly stays: readonly (Stay & { readonly id: string })[];
  readonly engagements: readonly Engagement[];
  /** Null while none were set. */
  readonly hours: UsualHours | null;
};
