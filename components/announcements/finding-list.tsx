import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form";
import { TextArea } from "#components/ui/fields";
import { FindingNote } from "#components/ui/finding-note";
import type { AnnouncementFinding } from "#lib/announcements/domain/checks";
import { keyOf } from "#lib/waivers/domain/waiver";
import type { ActionState } from "#lib/web/action-state";

type Props = {
  findings: readonly AnnouncementFinding[];
  seriesId: string;
  /** The action that sets a finding aside; null for who may not. */
  waive: ((previous: ActionState, form: FormData) => Promise<ActionState>) | null;
};

/** What the rules say of a draft, each with the reason for which it was set aside, or the form to do so. */
export function FindingList({ findings, seriesId, waive }: Props) {
  const t = useTranslations("announcements.page");
  const ui = useTranslations("ui");
  return (
    <ul className="grid max-w-measure gap-3">
      {findings.map((finding) => (
        <li key={`${finding.rule}-${finding.subjectId}-${finding.message.key}-${finding.about ?? ""}`}>
          <FindingNote finding={finding}>
            {finding.waiver && (
              <p className="mt-1" dir="auto">
                {t("waivedBy", { person: finding.waiver.waivedBy, reason: finding.waiver.reason })}
              </p>
            )}
            {finding.waiver?.isUnderOlderRule && <p className="text-sm">{ui("olderRule")}</p>}
            {waive && finding.isWaivable && !finding.waiver && (
              <details className="mt-2">
                <summary className="min-h-11 cursor-pointer py-2 font-semibold">{t("waive")}</summary>
                <ActionForm
                  action={waive}
                  submit={t("waive")}
                  variant="secondary"
                  hidden={{ seriesId, ...keyOf(finding, finding.subjectId) }}
                >
                  <TextArea name="reason" label={t("waiveReason")} required rows={2} />
                </ActionForm>
              </details>
            )}
          </FindingNote>
        </li>
      ))}
    </ul>
  );
}
