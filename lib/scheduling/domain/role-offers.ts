import type { GroupRole } from "#lib/people/domain/actor";

/** A role that somebody holds today in a group of a side. */
export type RoleHolding = {
  readonly personId: string;
  readonly name: string;
  readonly role: GroupRole;
  readonly groupId: string;
  /** Reference of the group, such as `Q1/2`. */
  readonly group: string;
};

/** Several people of one side who can be asked with one tick. */
export type RoleOffer = {
  /** Names the offer in a form: the side, what is asked for, and the group. */
  readonly key: string;
  readonly kind: GroupRole | "management" | "everybody";
  readonly group: string;
  /** By name. */
  readonly people: readonly { readonly personId: string; readonly name: string }[];
  /** How many of them are not asked yet. */
  readonly fresh: number;
};

type OfferSide = { readonly id: string; readonly group: { readonly id: string; readonly reference: string } };

/** Chair, vice-chairs and WP chairs of a Study Group, with its secretariat. */
const MANAGEMENT: readonly GroupRole[] = ["chair", "vice_chair", "wp_chair", "secretariat"];
const ORDER: readonly GroupRole[] = [
  ...(["chair", "vice_chair", "wp_chair", "rapporteur", "delegate", "secretariat"] as const),
];

/**
 * Whom a side can ask by role and by group: the management team first, then each group with its roles, in the order
 * in which the groups come. A role that nobody holds is left out; so is "everybody" of a group with a single role.
 */
export function offerRoles(
  side: OfferSide,
  holdings: readonly RoleHolding[],
  asked: ReadonlySet<string>,
): RoleOffer[] {
  const offer = (
    kind: RoleOffer["kind"],
    group: RoleHolding | OfferSide["group"],
    of: readonly RoleHolding[],
  ) => {
    const [groupId, reference] =
      "reference" in group ? [group.id, group.reference] : [group.groupId, group.group];
    const people = onePerPerson(of);
    const fresh = people.filter(({ personId }) => !asked.has(personId)).length;
    return { key: `${side.id}/${kind}/${groupId}`, kind, group: reference, people, fresh };
  };
  const team = offer(
    "management",
    side.group,
    holdings.filter(({ role }) => MANAGEMENT.includes(role)),
  );
  const byGroup = [...Map.groupBy(holdings, ({ groupId }) => groupId).values()].flatMap((ofGroup) => {
    const [first] = ofGroup;
    if (!first) return [];
    const roles = ORDER.filter((role) => ofGroup.some((held) => held.role === role));
    const single = roles.map((role) =>
      offer(
        role,
        first,
        ofGroup.filter((held) => held.role === role),
      ),
    );
    return roles.length > 1 ? [...single, offer("everybody", first, ofGroup)] : single;
  });
  return [team, ...byGroup].filter(({ people }) => people.length > 0);
}

function onePerPerson(holdings: readonly RoleHolding[]): RoleOffer["people"] {
  const people = new Map(holdings.map(({ personId, name }) => [personId, { personId, name }]));
  return [...people.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
