/** Everybody's answers as they travel to the browser: a head in words, and two bits for each answer. */
export type Matrix = {
  /** What the bytes are of; asked again with it, only what changed comes. */
  readonly stamp: string;
  readonly slots: readonly {
    readonly ordinal: number;
    /** Milliseconds. */
    readonly startsAt: number;
    readonly lengthMinutes: number;
  }[];
  readonly sides: readonly { readonly letter: string; readonly group: string }[];
  /** Zones and groups that people point at by their place in these lists. */
  readonly zones: readonly string[];
  readonly groups: readonly string[];
  readonly people: readonly MatrixPerson[];
  /** Packed answers of the people, in their order, each `stride` bytes long. */
  readonly answers: Uint8Array;
  readonly stride: number;
};

export type MatrixPerson = {
  readonly name: string;
  /** Place of the side in `sides`. */
  readonly side: number;
  readonly zone: number;
  readonly groups: readonly number[];
  /** `none`: not answered. `hidden`: answered, and this reader may not see what. */
  readonly state: "none" | "part" | "all" | "hidden";
  /** Who of a secretariat entered the answers; null when the person gave them. */
  readonly enteredBy: string | null;
};

const STATES = ["none", "part", "all", "hidden"] as const;

/** Four bytes with the length of the head (little endian), the head as JSON in UTF-8, then the answers. */
export function writeMatrix({ answers, people, ...head }: Matrix): Uint8Array<ArrayBuffer> {
  const short = people.map(({ name, side, zone, groups, state, enteredBy }) => [
    ...[name, side, zone, groups, STATES.indexOf(state)],
    ...(enteredBy === null ? [] : [enteredBy]),
  ]);
  const json = new TextEncoder().encode(JSON.stringify({ ...head, people: short }));
  const bytes = new Uint8Array(4 + json.length + answers.length);
  new DataView(bytes.buffer).setUint32(0, json.length, true);
  bytes.set(json, 4);
  bytes.set(answers, 4 + json.length);
  return bytes;
}

/** What {@link writeMatrix} wrote. It trusts its own server: what else it is given it may not understand. */
export function readMatrix(bytes: Uint8Array): Matrix {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const head: unknown = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)));
  const { people, ...rest } = head as Omit<Matrix, "answers" | "people"> & { readonly people: ShortPerson[] };
  return {
    ...rest,
    people: people.map(([name, side, zone, groups, state, enteredBy = null]) => ({
      ...{ name, side, zone, groups, enteredBy },
      state: STATES[state] ?? "none",
    })),
    answers: bytes.subarray(4 + length),
  };
}

type ShortPerson = readonly [
  ...[name: string, side: number, zone: number, groups: number[], state: number],
  enteredBy?: string,
];

/** Puts the packed answers of many people one behind the other, each as long as the longest poll needs. */
export function joinAnswers(rows: readonly (Uint8Array | null)[], stride: number): Uint8Array {
  const joined = new Uint8Array(rows.length * stride);
  for (const [index, row] of rows.entries()) if (row) joined.set(row.subarray(0, stride), index * stride);
  return joined;
}
