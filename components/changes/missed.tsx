import { useTranslations } from "next-intl";
import { WordsNotice } from "#components/ui/words-notice";
import type { Words } from "#lib/kernel/words";

/** What the aims of the poll ask for and a new time does not keep; nothing when it keeps all. */
export function Missed({ missed }: { missed: readonly Words[] }) {
  const t = useTranslations("changes.poll");
  return <WordsNotice title={t("missed")} words={missed} />;
}
