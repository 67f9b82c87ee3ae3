/** Somebody of the demonstration whom a visitor can become. */
export type CastMember = {
  readonly id: string;
  readonly name: string;
  /** Roles in groups, such as `secretariat` of `SG2`, and `administrator` of none. */
  readonly roles: readonly { readonly role: string; readonly group: string | null }[];
  /** Co-chair of a series. */
  readonly isCoChair: boolean;
};

/** The part a cast member is listed under: the weightiest one. */
export type CastRole =
  | "administrator"
  | "co_chair"
  | "secretariat"
  | "chair"
  | "vice_chair"
  | "wp_chair"
  | "rapporteur"
  | "delegate";

export type ListedMember = {
  readonly id: string;
  readonly name: string;
  readonly role: CastRole;
  /** The group of that role; null for none. */
  readonly group: string | null;
};

/** Members of one Study Group, or of none (`null`). */
export type CastGroup = { readonly group: string | null; readonly members: readonly ListedMember[] };

const ORDER: readonly CastRole[] = [
  "administrator",
  "co_chair",
  "secretariat",
  "chair",
  "vice_chair",
  "wp_chair",
  "rapporteur",
  "delegate",
];

/** The cast by Study Group in the order of their numbers, then everybody else; inside by weight of the role, then name. */
export function groupCast(cast: readonly CastMember[]): CastGroup[] {
  const groups = new Map<string | null, ListedMember[]>();
  for (const member of cast) {
    const listed = list(member);
    const group = studyGroupOf(listed.group);
    groups.set(group, [...(groups.get(group) ?? []), listed]);
  }
  return [...groups]
    .sort(([a], [b]) => number(a) - number(b))
    .map(([group, members]) => ({ group, members: members.sort(byWeight) }));
}

function list({ id, name, roles, isCoChair }: CastMember): ListedMember {
  const known = ORDER.flatMap((role) =>
    roles.filter((held) => held.role === role).map(({ group }) => ({ role, group })),
  );
  const [first] = known;
  const group = known.find((held) => held.group !== null)?.group ?? null;
  if (first?.role === "administrator") return { id, name, ...first };
  if (isCoChair) return { id, name, role: "co_chair", group };
  return { id, name, role: first?.role ?? "delegate", group };
}

/** `SG2` for `SG2`, `WP1/2` and `Q1/2`; null for any other group. */
function studyGroupOf(reference: string | null): string | null {
  const [, digits] = /(?:^SG|\/)(\d+)$/.exec(reference ?? "") ?? [];
  return digits ? `SG${digits}` : null;
}

const number = (group: string | null) => (group ? Number(group.slice(2)) : Infinity);

const byWeight = (a: ListedMember, b: ListedMember) =>
  ORDER.indexOf(a.role) - ORDER.indexOf(b.role) || a.name.localeCompare(b.name, "en");
