import Link from "next/link";
import type { GroupBranch } from "#lib/groups/domain/group";
import { addressOf } from "#lib/groups/domain/reference";

/** Groups below each other, each a link to its page. */
export function GroupTree({ branches }: { branches: readonly GroupBranch[] }) {
  return (
    <ul className="space-y-2">
      {branches.map(({ group, below }) => (
        <li key={group.id}>
          <Link href={`/groups/${addressOf(group.reference)}` as never} className="font-semibold">
            {group.reference}
          </Link>{" "}
          {group.title && <span dir="auto">{group.title}</span>}
          {below.length > 0 && (
            <div className="ms-2 mt-2 border-s border-line ps-4">
              <GroupTree branches={below} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
