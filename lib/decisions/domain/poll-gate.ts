import type { HidingPoll } from "#lib/scheduling/domain/sight";

/** What of a poll says who may open which of its pages. */
export type PollGate = {
  readonly poll: HidingPoll;
  /** Of the person who looks; null for who is not asked. */
  readonly own: { readonly answers: Uint8Array | null } | null;
  /** Whether a decision is written down. */
  readonly isRecorded: boolean;
};
