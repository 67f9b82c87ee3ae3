/** Somebody asked, as far as it takes to see that two entries may be one person. */
export type Entry = {
  readonly id: string;
  readonly name: string;
  readonly entity: string;
  /** Lower case. It never leaves the server. */
  readonly email: string;
};

/** Two entries that may be one person, and why. */
export type LikelyDouble = {
  readonly ids: readonly [string, string];
  readonly reason: "address" | "name";
};

/** Pairs of entries with one address in two spellings, or with the same name and entity, in the order of the list. */
export function findDoubles(entries: readonly Entry[]): LikelyDouble[] {
  const byAddress = pairs(entries, ({ email }) => spellingOf(email), "address");
  const known = new Set(byAddress.map(({ ids }) => ids.join()));
  const byName = pairs(entries, ({ name, entity }) => `${nameKey(name)}|${nameKey(entity)}`, "name");
  return [...byAddress, ...byName.filter(({ ids }) => !known.has(ids.join()))];
}

/** Whether these two entries are such a pair, whichever of them is named first. */
export function isDouble(doubles: readonly LikelyDouble[], one: string, other: string): boolean {
  return doubles.some(({ ids }) => ids.includes(one) && ids.includes(other) && one !== other);
}

function pairs(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string,
  reason: LikelyDouble["reason"],
): LikelyDouble[] {
  return [...Map.groupBy(entries, keyOf).values()].flatMap((same) =>
    same.slice(1).flatMap((entry, index) => {
      const before = same[index];
      return before ? [{ ids: [before.id, entry.id] as const, reason }] : [];
    }),
  );
}

/** An address without what many mail systems ignore: a tag after `+`, and dots, hyphens and underscores in the name. */
export function spellingOf(email: string): string {
  const at = email.lastIndexOf("@");
  const local = email.slice(0, at).toLowerCase().replace(/\+.*$/, "").replace(/[._-]/g, "");
  const domain = email.slice(at + 1).toLowerCase();
  return `${local}@${domain === "googlemail.com" ? "gmail.com" : domain}`;
}

/** A name without accents, case and order of its parts: `MARSH, Philippa` is `Philippa Marsh`. */
export function nameKey(name: string): string {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).sort().join(" ");
}
