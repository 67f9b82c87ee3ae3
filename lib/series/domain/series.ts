import type { Day } from "#lib/kernel/day";

export type SeriesState =
  | "proposed"
  | "agreed"
  | "scheduling"
  | "running"
  | "report_drafted"
  | "agreed_by_both"
  | "submitted"
  | "closed"
  | "declined"
  | "withdrawn";

/** A Question, Working Party or Study Group, by id and as people write it. */
export type GroupName = { readonly id: string; readonly reference: string };

/** One of the equal owners of a series. */
export type Side = {
  readonly id: string;
  /** A, B, …: place, colour and badge on every page. Sides are always listed in this order. */
  readonly letter: string;
  /** The Study Group. */
  readonly group: GroupName;
  /** The Questions (or WPs) that take part. */
  readonly questions: readonly GroupName[];
};

/** A co-chair or invited participant. E-mail addresses are left out on purpose. */
export type Member = {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly entity: string;
  readonly country: string | null;
  readonly timeZone: string;
  readonly sideId: string;
  readonly role: "co_chair" | "participant";
  /** Office as the letter gives it, such as `WP1/2 Chair`. */
  readonly office: string;
  /** When the own side put the co-chair forward, and the other side welcomed. */
  readonly putForwardAt: Date | null;
  readonly welcomedAt: Date | null;
};

/** A joint series with its sides and the people who hold a part in it today. */
export type Series = {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  readonly topic: string;
  readonly output: string;
  readonly state: SeriesState;
  readonly format: string;
  readonly meetingCount: number;
  readonly mandate: { readonly reference: string; readonly text: string; readonly status: string };
  readonly target: {
    readonly group: GroupName | null;
    /** `YYYY-MM`, when only the month is known. */
    readonly month: string | null;
    readonly opensOn: Day | null;
  };
  readonly sides: readonly Side[];
  readonly members: readonly Member[];
  /** Ids of every group whose people belong to the series: the SGs, their WPs in it and the Questions in it. */
  readonly groupIds: readonly string[];
  /** Grows with every change; a change that saw an older one is a conflict. */
  readonly version: number;
  readonly createdAt: Date;
  /** The person who proposed it. */
  readonly createdById: string;
};

/** A series without the people in it. */
export type SeriesHead = Omit<Series, "members">;

/** The co-chairs, in the order of the sides. */
export function coChairs(series: Series): Member[] {
  return series.sides.flatMap((side) =>
    series.members.filter((member) => member.role === "co_chair" && member.sideId === side.id),
  );
}

/** The side with this id. @throws Error when the series has no such side: ids come from the series itself. */
export function sideOf(series: Pick<Series, "reference" | "sides">, sideId: string): Side {
  const side = series.sides.find(({ id }) => id === sideId);
  if (!side) throw new Error(`Broken invariant: series ${series.reference} has no side ${sideId}`);
  return side;
}

/** What is written down of a series when it is proposed, and edited later. */
export type SeriesFacts = Pick<Series, "title" | "topic" | "output" | "format" | "meetingCount"> & {
  readonly mandate: Pick<Series["mandate"], "reference" | "text">;
  readonly target: {
    /** Reference of the group, such as `TSAG`. */
    readonly group: string | null;
    readonly month: string | null;
    readonly opensOn: Day | null;
  };
};

/** Ids of the groups of one side: its Study Group and the Questions or Working Parties that take part. */
export function groupsOfSide(side: Side): string[] {
  return [side.group.id, ...side.questions.map(({ id }) => id)];
}
