/** An act as the trail keeps it. `before` and `after` are whatever the acting feature wrote. */
export type Act = {
  readonly id: string;
  readonly at: Date;
  readonly actorName: string;
  /** Word key under `audit.acts`. */
  readonly action: string;
  readonly before: unknown;
  readonly after: unknown;
};

/** One line of what an act changed. A missing value is an empty list. */
export type Change = {
  /** Path to the value, such as `target.opensOn` or `sides.0.group`. */
  readonly name: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
};

/**
 * What an act changed, line by line, in the order it was written. Left out are equal values, empty ones, and ids,
 * which tell a reader nothing.
 */
export function changesOf(act: Pick<Act, "before" | "after">): Change[] {
  const before = new Map(leaves(act.before));
  const after = new Map(leaves(act.after));
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((name) => ({ name, before: before.get(name) ?? [], after: after.get(name) ?? [] }))
    .filter((change) => change.before.join("\n") !== change.after.join("\n"));
}

/** The plain values of an act, for the sentence about it: those after, or, where there is none, before. */
export function valuesOf(act: Pick<Act, "before" | "after">): Record<string, string | number> {
  const values = [act.before, act.after].flatMap((side) =>
    typeof side === "object" && side !== null ? Object.entries(side) : [],
  );
  return Object.fromEntries(
    values.filter((entry): entry is [string, string | number] =>
      ["string", "number"].includes(typeof entry[1]),
    ),
  );
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function leaves(value: unknown, path = ""): [string, string[]][] {
  if (value === null || value === undefined || value === "") return [];
  if (typeof value !== "object") return ID.test(String(value)) ? [] : [[path, [String(value)]]];
  if (Array.isArray(value) && value.every((item) => typeof item !== "object")) {
    const items = value.map(String).filter((item) => !ID.test(item));
    return items.length > 0 ? [[path, items]] : [];
  }
  return Object.entries(value).flatMap(([name, inner]) => leaves(inner, path ? `${path}.${name}` : name));
}
