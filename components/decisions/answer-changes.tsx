import { useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice";
import { SideBadge } from "#components/ui/side-badge";
import type { AnswerChange } from "#lib/decisions/domain/answer-changes";
import { SlotMoment } from "#components/scheduling/slot-rows";

type Props = {
  changes: readonly AnswerChange[];
  hidden: number;
  slots: readonly { readonly id: string; readonly startsAt: number; readonly lengthMinutes: number }[];
  timeZone: string;
};

/** Who says otherwise of the dates put forward since the first side agreed to them. */
export function AnswerChanges({ changes, hidden, slots, timeZone }: Props) {
  const t = useTranslations("decisions.changes");
  if (changes.length + hidden === 0) return null;
  return (
    <div className="mb-4">
      <Notice tone="warn" title={t("title", { count: changes.length + hidden })}>
        <ul className="mt-2 grid gap-2">
          {changes.map(({ personId, name, letter, slotId, before, after }) => {
            const slot = slots.find(({ id }) => id === slotId);
            return (
              <li key={`${personId}${slotId}`} className="flex flex-wrap items-baseline gap-x-3">
                <SideBadge letter={letter} />
                <span className="font-semibold">{name}</span>
                <span>{t("change", { before: before ?? "none", after: after ?? "none" })}</span>
                {slot && <SlotMoment slot={slot} timeZone={timeZone} />}
              </li>
            );
          })}
        </ul>
        {hidden > 0 && <p>{t("hidden", { count: hidden })}</p>}
      </Notice>
    </div>
  );
}
