import type { Series } from "#lib/series/domain/series";

/** Somebody, or a list, with a mail address. */
export type Addressee = { readonly name: string; readonly address: string };

/** A group that takes part, with whom it wants to be told. */
export type AudienceGroup = {
  readonly id: string;
  readonly reference: string;
  readonly kind: string;
  /** Addresses of its mailing lists. */
  readonly lists: readonly string[];
  /** The address of its secretariat; an SG has one, or should. */
  readonly secretariat: string | null;
  /** Who holds these offices today. */
  readonly chairs: readonly Addressee[];
  readonly workingPartyChairs: readonly Addressee[];
  readonly secretaries: readonly Addressee[];
};

export type Audience = {
  readonly groups: readonly AudienceGroup[];
  readonly coChairs: readonly Addressee[];
};

export type RecipientKind = "list" | "secretariat" | "chair" | "wp_chair" | "co_chair";

export type Recipient = Addressee & {
  readonly kind: RecipientKind;
  /** Reference of the group on whose behalf it is told; empty for co-chairs. */
  readonly group: string;
};

/**
 * Everybody who gets the announcement: the lists of both sides, both secretariats, the chairs of the Study Groups
 * and of the Working Parties, and the co-chairs. Lists first; who has several parts gets one mail.
 */
export function recipientsOf(series: Pick<Series, "sides">, { groups, coChairs }: Audience): Recipient[] {
  const ordered = [...groups].sort((a, b) => rank(series, a) - rank(series, b));
  const of = (kind: RecipientKind, pick: (group: AudienceGroup) => readonly Addressee[]) =>
    ordered.flatMap((group) =>
      pick(group).map(({ name, address }) => ({ kind, group: group.reference, name, address })),
    );
  return withoutRepeats([
    ...of("list", ({ lists }) => lists.map((address) => ({ name: "", address }))),
    ...of("secretariat", secretariatOf),
    ...of("chair", ({ kind, chairs }) => (kind === "SG" ? chairs : [])),
    ...of("wp_chair", ({ workingPartyChairs }) => workingPartyChairs),
    ...coChairs.map((person) => ({ ...person, kind: "co_chair" as const, group: "" })),
  ]);
}

/** Where a group's secretariat is reached: its address, or else the people who hold the office. */
export function secretariatOf({ kind, secretariat, secretaries }: AudienceGroup): readonly Addressee[] {
  if (kind !== "SG") return [];
  return secretariat ? [{ name: "", address: secretariat }] : secretaries;
}

/** How many lists and how many others. */
export function countRecipients(recipients: readonly Recipient[]): { lists: number; people: number } {
  const lists = recipients.filter(({ kind }) => kind === "list").length;
  return { lists, people: recipients.length - lists };
}

/** Study Groups come in the order of the sides, then the rest by name. */
function rank({ sides }: Pick<Series, "sides">, group: AudienceGroup): number {
  const side = sides.findIndex(({ group: { id } }) => id === group.id);
  return side < 0 ? sides.length : side;
}

function withoutRepeats(recipients: readonly Recipient[]): Recipient[] {
  const known = new Set<string>();
  return recipients.filter(({ address }) => {
    const key = address.toLowerCase();
    return known.has(key) ? false : known.add(key);
  });
}
