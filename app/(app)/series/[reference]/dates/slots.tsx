import { getTranslations } from "next-intl/server";
import { SlotOffer } from "#components/scheduling/slot-offer";
import type { SlotRow } from "#components/scheduling/slot-rows";
import { FoldedSection } from "#components/ui/folded-section";
import { Section } from "#components/ui/section";
import type { DatesView } from "#lib/scheduling/usecases/view-dates";
import { restoreSlotAction, withdrawSlotAction } from "./actions";
import { toBare } from "./rows";

type Props = { view: DatesView; rows: readonly SlotRow[]; timeZone: string };

/** The slots while they can change: all there is to see of a draft, and folded away once totals show them. */
export async function Slots({ view, rows, timeZone }: Props) {
  const { phase, series, withdrawn } = view;
  if (phase === "closed" || phase === "decided") return null; // the totals show them
  if (rows.length === 0 && withdrawn.length === 0) return null;
  const t = await getTranslations("scheduling.slots");
  const offer = (
    <SlotOffer
      {...{ reference: series.reference, slots: rows, timeZone }}
      withdrawn={withdrawn.map(toBare)}
      actions={{ withdraw: withdrawSlotAction, restore: restoreSlotAction }}
    />
  );
  if (view.asked.length === 0) return <Section title={t("title", { count: rows.length })}>{offer}</Section>;
  return (
    <FoldedSection title={t("toChange")} lead={t("toChangeLead")}>
      {offer}
    </FoldedSection>
  );
}
