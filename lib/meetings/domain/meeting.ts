import type { Interval } from "#lib/kernel/interval";

export type MeetingStatus = "planned" | "confirmed" | "held" | "reported" | "cancelled" | "postponed";

/** One meeting of a series. `start` and `end` are instants; Geneva is the reference clock. */
export type Meeting = Interval & {
  readonly id: string;
  readonly seriesId: string;
  /** 1, 2, 3 … */
  readonly sequence: number;
  readonly status: MeetingStatus;
  /** UID and SEQUENCE of its calendar entry. */
  readonly calendarUid: string;
  readonly calendarSequence: number;
  /** Empty while there is none. Only ever shown and sent to invited people. */
  readonly joiningLink: string;
  readonly expectedAttendees: number | null;
  readonly version: number;
};

/** How many people are expected: what the secretariat said, else all who are invited to the series. */
export function countExpected(
  { expectedAttendees }: Pick<Meeting, "expectedAttendees">,
  series: { readonly members: readonly { readonly personId: string }[] },
): number {
  return expectedAttendees ?? new Set(series.members.map(({ personId }) => personId)).size;
}

/** A meeting that is neither held nor cancelled can be changed. */
export function mayBeChanged({ status, start }: Pick<Meeting, "status" | "start">, now: Date): boolean {
  return (status === "planned" || status === "confirmed") && start > now;
}

/** Those beside the meeting with this id that take place. */
export function otherMeetings<M extends Pick<Meeting, "id" | "status">>(all: readonly M[], id: string): M[] {
  return all.filter(
    (other) => other.id !== id && other.status !== "cancelled" && other.status !== "postponed",
  );
}
