import { useTranslations } from "next-intl";
import type { Words } from "#lib/kernel/words";
import { Notice } from "./notice";

/** A warning of several sentences; nothing when there is none. */
export function WordsNotice({ title, words }: { title: string; words: readonly Words[] }) {
  const t = useTranslations();
  if (words.length === 0) return null;
  return (
    <Notice tone="warn" title={title}>
      <ul className="list-disc ps-5">
        {words.map(({ key, values }, index) => (
          <li key={index}>{t(key, values)}</li>
        ))}
      </ul>
    </Notice>
  );
}
