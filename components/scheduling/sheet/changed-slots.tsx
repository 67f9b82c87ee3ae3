"use client";

import { useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice";
import type { SlotChanges } from "#lib/scheduling/domain/draft";
import { groupByDay, type SheetClock, type SheetSlot } from "#lib/scheduling/domain/sheet";

type Props = { changes: SlotChanges; clock: SheetClock };

/** What came and went since the sheet was opened, slot by slot. */
export function ChangedSlots({ changes: { added, gone }, clock }: Props) {
  const t = useTranslations("answering.changed");
  if (added.length + gone.length === 0) return null;
  return (
    <div role="alert" className="mb-4">
      <Notice tone="warn" title={t("title")}>
        {added.length > 0 && <SlotList title={t("added")} slots={added} clock={clock} />}
        {gone.length > 0 && <SlotList title={t("gone")} slots={gone} clock={clock} />}
        <p>{t("kept")}</p>
      </Notice>
    </div>
  );
}

function SlotList({
  title,
  slots,
  clock,
}: {
  title: string;
  slots: readonly SheetSlot[];
  clock: SheetClock;
}) {
  const t = useTranslations("answering");
  return (
    <>
      <p>{title}</p>
      <ul className="list-disc ps-5">
        {groupByDay(slots, clock).flatMap(({ date, slots: ofDay }) =>
          ofDay.map(({ id, from, to }) => (
            <li key={id}>
              {t("date", { ...date })}, {t("yours", { from, to })}
            </li>
          )),
        )}
      </ul>
    </>
  );
}
