import type { Interval } from "#lib/kernel/interval";
import type { PollAims } from "./poll-aims.ts";

/** Least number of people of each side who can attend a meeting, by side letter. */
export type Quorum = Readonly<Record<string, number>>;

/** `draft`: slots are offered. `open`: answers are taken, until the deadline. `decided`: the meetings are planned. */
export type PollState = "draft" | "open" | "decided";

/** A candidate for a meeting. */
export type Slot = Interval & {
  readonly id: string;
  /** Place in the packed answers; never reused. */
  readonly ordinal: number;
  readonly lengthMinutes: number;
  /** IANA zone in which it was proposed. */
  readonly timeZone: string;
};

/** A date poll with the slots on offer, in time order. Withdrawn slots are left out. */
export type Poll = {
  readonly id: string;
  readonly seriesId: string;
  readonly state: PollState;
  /** From this instant on no answer is taken; null before it is opened. */
  readonly closesAt: Date | null;
  readonly openedAt: Date | null;
  readonly quorum: Quorum;
  readonly aims: PollAims;
  /** Grows when the aims, the quorum or the required people are set together. */
  readonly aimsVersion: number;
  /** The meeting for which another time is looked for; null in the poll of the whole series. */
  readonly replacesId: string | null;
  readonly nextOrdinal: number;
  /** Grows when slots change. */
  readonly slotsVersion: number;
  /** Nobody sees what others answered before having answered, while the poll is open. */
  readonly hidesOthers: boolean;
  /** No side sees the other's answers while the poll is open. */
  readonly hidesSides: boolean;
  readonly slots: readonly Slot[];
};

/** Where a poll stands at an instant. An open poll is closed from its deadline on, whatever its row says. */
export type PollPhase = "draft" | "open" | "closed" | "decided";

export function phaseOf(poll: Pick<Poll, "state" | "closesAt">, now: Date): PollPhase {
  if (poll.state !== "open") return poll.state;
  return poll.closesAt !== null && now < poll.closesAt ? "open" : "closed";
}

/** Somebody asked, with the person's answers. No address: that stays in the store. */
export type Invitee = {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  /** Whom the person works for. */
  readonly entity: string;
  readonly timeZone: string;
  readonly sideId: string;
  /** Packed; null before the first answer. */
  readonly answers: Uint8Array | null;
  readonly answeredAt: Date | null;
  readonly note: string;
  readonly hasLink: boolean;
  /** Which link of the person it is, from 1; 0 before the first. */
  readonly linkNumber: number;
  /** Everybody who is required must be able to attend each meeting of a series. */
  readonly required: boolean;
  /** Who entered the answers, when it was not the person. */
  readonly enteredById: string | null;
  readonly version: number;
};
