import { useTranslations } from "next-intl";
import { SideBadge } from "#components/ui/side-badge";
import type { Present } from "./report-session";

/** Who has the report open, by true name and side. */
export function PeopleHere({ people, me }: { people: readonly Present[]; me: string }) {
  const t = useTranslations("reports.editor");
  return (
    <ul aria-label={t("here")} className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      {people.map(({ id, name, side }) => (
        <li key={id} className="flex items-center gap-1">
          {side && <SideBadge letter={side} />}
          <span>{id === me ? t("you", { name }) : name}</span>
        </li>
      ))}
    </ul>
  );
}
