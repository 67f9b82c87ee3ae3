import { useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice";
import type { Words } from "#lib/kernel/words";

/** What the aims of the poll ask for and a new time does not keep; nothing when it keeps all. */
export function Missed({ missed }: { missed: readonly Words[] }) {
  const t = useTranslations("changes.poll");
  const words = useTranslations();
  if (missed.length === 0) return null;
  return (
    <Notice tone="warn" title={t("missed")}>
      <ul className="list-disc ps-5">
        {missed.map(({ key, values }, index) => (
          <li key={index}>{words(key, values)}</li>
        ))}
      </ul>
    </Notice>
  );
}
