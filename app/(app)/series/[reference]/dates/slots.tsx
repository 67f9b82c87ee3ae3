import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { SlotOffer } from "#components/scheduling/slot-offer";
import { type SlotRow, SlotRows } from "#components/scheduling/slot-rows";
import { Section } from "#components/ui/section";
import type { DatesView } from "#lib/scheduling/usecases/view-dates";
import { restoreSlotAction, withdrawSlotAction } from "./actions";
import { toBare } from "./rows";

type Props = { view: DatesView; rows: readonly SlotRow[]; timeZone: string; best: boolean };

/** The slots while they can change, with what this reader may do to them: take off, or look. */
export async function Slots({ view, rows, timeZone, best }: Props) {
  const t = await getTranslations("scheduling.slots");
  if (!view.poll || (rows.length === 0 && view.withdrawn.length === 0)) return null;
  if (view.phase === "closed" || view.phase === "decided") return null; // the totals show them
  const { reference } = view.series;
  const here = `/series/${reference}/dates`;
  const asked = view.asked.length > 0;
  return (
    <Section
      title={t("title", { count: rows.length })}
      lead={asked ? t("legend") : undefined}
      aside={
        asked && (
          <Link href={(best ? here : `${here}?order=best`) as never} scroll={false}>
            {t(best ? "byTime" : "byBest")}
          </Link>
        )
      }
    >
      <SlotsForReader {...{ view, rows, timeZone, asked }} />
    </Section>
  );
}

function SlotsForReader({ view, rows, timeZone, asked }: Omit<Props, "best"> & { asked: boolean }) {
  const { series, phase, mayRun } = view;
  // A side whose answers are hidden has no totals, hence no column.
  const shown = rows[0]?.totals.map(({ letter }) => letter) ?? [];
  const shared = {
    ...{ reference: series.reference, slots: rows, timeZone },
    groups: series.sides.filter(({ letter }) => shown.includes(letter)).map(({ group }) => group.reference),
  };
  if (mayRun && (phase === "draft" || phase === "open"))
    return (
      <SlotOffer
        {...shared}
        asked={asked}
        withdrawn={view.withdrawn.map(toBare)}
        actions={{ withdraw: withdrawSlotAction, restore: restoreSlotAction }}
      />
    );
  return <SlotRows {...shared} asked={asked} />;
}
