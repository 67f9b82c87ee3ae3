import { addMinutes } from "#lib/kernel/interval";

/** What the page of a decision tells of its record. */
export type RecordFacts = {
  readonly tzVersion: string;
  readonly reason: string;
  /** Place in the ranking; null when it was none of the best. */
  readonly rank: number | null;
  readonly isProven: boolean;
  readonly counts: { readonly slots: number; readonly people: number; readonly answers: number };
  /** In the order in which they counted. */
  readonly order: readonly string[];
  readonly minGapDays: number;
  readonly reachOf: number;
  readonly quorum: Readonly<Record<string, number>>;
  readonly meetings: readonly { readonly start: Date; readonly end: Date }[];
  readonly best: readonly {
    readonly starts: readonly Date[];
    readonly isChosen: boolean;
    readonly reach: number;
    readonly attendance: number;
    readonly worstZone: { readonly zone: string; readonly burden: number } | null;
    readonly totalBurden: number;
  }[];
  readonly burden: readonly { readonly zone: string; readonly burden: number; readonly carried: number }[];
  readonly assents: readonly {
    readonly side: string;
    readonly group: string;
    readonly decidedBy: string;
    readonly recordedAt: string;
  }[];
  readonly changes: number;
  /** People whose answers somebody else entered for them. */
  readonly entered: number;
  readonly waivers: readonly {
    readonly rule: string;
    /** What exactly was set aside; not in the oldest records, and empty where a rule finds one thing alone. */
    readonly about?: string;
    readonly reason: string;
    readonly waivedBy: string;
  }[];
  readonly rules: readonly {
    readonly id: string;
    readonly source: string;
    readonly clause: string;
    readonly edition: string | null;
  }[];
};

/** A record of ours, as JSON has it. */
type Written = Pick<RecordFacts, "tzVersion" | "assents" | "waivers" | "rules"> & {
  readonly changes: readonly unknown[];
  readonly entered: readonly unknown[];
  readonly chosen: { readonly slots: readonly string[]; readonly reason: string };
  readonly problem: {
    readonly slots: readonly {
      readonly id: string;
      readonly startsAt: string;
      readonly lengthMinutes: number;
    }[];
    readonly people: readonly { readonly answers: object }[];
    readonly rules: Pick<RecordFacts, "minGapDays" | "reachOf" | "quorum"> & {
      readonly burdenByHour: readonly number[];
    };
    readonly order: readonly string[];
  };
  readonly computed: {
    readonly rank: number | null;
    readonly burden: RecordFacts["burden"];
    readonly ranking: {
      readonly proof: unknown;
      readonly best: readonly (Omit<RecordFacts["best"][number], "starts" | "isChosen"> & {
        readonly slots: readonly string[];
      })[];
    };
  };
};

/** Takes the facts of the page from the text of a record that this product wrote and that nobody can have changed. */
export function readRecord(text: string): RecordFacts {
  const written: Written = JSON.parse(text);
  const { problem, computed, chosen } = written;
  const slots = new Map(problem.slots.map((slot) => [slot.id, slot]));
  const startOf = (id: string) => new Date(slots.get(id)?.startsAt ?? 0);
  return {
    ...{ tzVersion: written.tzVersion, assents: written.assents, waivers: written.waivers },
    ...{ rules: written.rules, reason: chosen.reason, rank: computed.rank, burden: computed.burden },
    ...{ order: problem.order, ...pick(problem.rules), changes: written.changes.length },
    ...{ entered: written.entered.length },
    isProven: computed.ranking.proof === "optimal",
    counts: {
      ...{ slots: problem.slots.length, people: problem.people.length },
      answers: problem.people.filter(({ answers }) => Object.keys(answers).length > 0).length,
    },
    meetings: chosen.slots.map((id) => ({
      start: startOf(id),
      end: addMinutes(startOf(id), slots.get(id)?.lengthMinutes ?? 0),
    })),
    best: computed.ranking.best.map(({ slots: ids, ...measures }) => ({
      ...measures,
      starts: ids.map(startOf),
      isChosen: ids.join() === chosen.slots.join(),
    })),
  };
}

const pick = ({ minGapDays, reachOf, quorum }: Written["problem"]["rules"]) => ({
  ...{ minGapDays, reachOf, quorum },
});

/** What each hour of the day weighed when the dates were decided, from the text of a record of ours. */
export function burdenByHourOf(text: string): readonly number[] {
  const written: Written = JSON.parse(text);
  return written.problem.rules.burdenByHour;
}
