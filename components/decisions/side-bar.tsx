import { useTranslations } from "next-intl";
import { useId } from "react";
import { SideBadge } from "#components/ui/side-badge";
import type { SideTotal } from "#lib/scheduling/domain/tally";

const WIDTH = 120;

/** How many people of a side can attend a meeting: a bar of yes and if need be, with a mark at the quorum. */
export function SideBar({ total }: { total: SideTotal }) {
  const t = useTranslations("decisions.bar");
  const id = useId();
  const { letter, yes, ifNeedBe, no, unanswered, able, quorum } = total;
  const people = Math.max(1, yes + ifNeedBe + no + unanswered);
  const at = (count: number) => Math.round((count / people) * WIDTH * 10) / 10;
  const look = letter === "A" ? "text-side-a" : "text-side-b";
  const words = t("title", { yes, ifNeedBe, people, quorum });
  return (
    <span className="flex items-center gap-2 whitespace-nowrap">
      <SideBadge letter={letter} />
      <svg
        role="img"
        aria-label={words}
        viewBox={`0 0 ${WIDTH} 14`}
        width={WIDTH}
        height={14}
        className={look}
      >
        <title>{words}</title>
        {letter !== "A" && (
          <defs>
            <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect width="3" height="6" fill="currentColor" />
            </pattern>
          </defs>
        )}
        <rect width={WIDTH} height="14" className="fill-shade" />
        <rect width={at(yes)} height="14" fill={letter === "A" ? "currentColor" : `url(#${id})`} />
        <rect
          x={at(yes) + 0.75}
          y="0.75"
          width={Math.max(0, at(ifNeedBe) - 1.5)}
          height="12.5"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
        />
        <line x1={at(quorum)} x2={at(quorum)} y2="14" strokeWidth="2" className="stroke-ink" />
      </svg>
      <span className="text-sm tabular-nums">{t("able", { able, people })}</span>
    </span>
  );
}
