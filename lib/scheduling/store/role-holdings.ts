import type { Db } from "#lib/db/client";
import type { Day } from "#lib/kernel/day";
import type { RoleHolding } from "#lib/scheduling/domain/role-offers";

const RANK: Readonly<Record<string, number>> = { SG: 0, TSAG: 0, WP: 1, Q: 2 };

/**
 * Who holds a role on that day in a Study Group, its Working Parties and its Questions: the Study Group first, then
 * the groups that `first` names, then the others by reference.
 */
export async function listRoleHoldings(
  db: Db,
  studyGroupId: string,
  { today, first }: { readonly today: Day; readonly first: readonly string[] },
): Promise<RoleHolding[]> {
  const on = new Date(today);
  const rows = await db.roleHolding.findMany({
    where: {
      fromDay: { lte: on },
      AND: [{ OR: [{ toDay: null }, { toDay: { gte: on } }] }],
      group: {
        OR: [{ id: studyGroupId }, { parentId: studyGroupId }, { parent: { parentId: studyGroupId } }],
      },
    },
    select: {
      role: true,
      person: { select: { id: true, name: true } },
      group: { select: { id: true, reference: true, kind: true } },
    },
  });
  const held = rows.flatMap(({ role, person, group }) => (group ? [{ role, person, group }] : []));
  const place = ({ id, kind }: { id: string; kind: string }) =>
    (RANK[kind] ?? 3) - (first.includes(id) ? 0.5 : 0);
  const natural = new Intl.Collator("en", { numeric: true });
  return held
    .sort((a, b) => place(a.group) - place(b.group) || natural.compare(a.group.reference, b.group.reference))
    .map(({ role, person, group }) => ({
      ...{ personId: person.id, name: person.name, role: role as RoleHolding["role"] },
      ...{ groupId: group.id, group: group.reference },
    }));
}
