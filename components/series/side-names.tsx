import { SideBadge } from "#components/ui/side-badge";
import type { Side } from "#lib/series/domain/series";

/** The sides of a series in a row, in their order. */
export function SideNames({ sides }: { sides: readonly Side[] }) {
  return (
    <span className="inline-flex flex-wrap gap-1">
      {sides.map((side) => (
        <SideBadge key={side.id} letter={side.letter} name={side.group.reference} />
      ))}
    </span>
  );
}
