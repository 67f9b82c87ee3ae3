import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form";
import { Section } from "#components/ui/section";
import type { AnnouncementView } from "#lib/announcements/domain/view";
import type { ActionState } from "#lib/web/action-state";
import { EntryList } from "./entry-list";
import { FindingList } from "./finding-list";
import { FreePartsForm } from "./free-parts-form";
import { MailPreview } from "./mail-preview";
import { RecipientTable } from "./recipient-table";

type Action = (previous: ActionState, form: FormData) => Promise<ActionState>;

type Props = {
  view: AnnouncementView;
  timeZone: string;
  actions: { readonly edit: Action; readonly issue: Action; readonly waive: Action };
};

/** A draft: what the rules say, what people write, everything as it will arrive, to whom, and the one button. */
export function DraftSections({ view, timeZone, actions }: Props) {
  const t = useTranslations("announcements.page");
  const { series, announcement, findings, entries, counts, recipients, may } = view;
  return (
    <>
      {findings.length > 0 && (
        <Section title={t("findings")}>
          <FindingList findings={findings} seriesId={series.id} waive={may.waive ? actions.waive : null} />
        </Section>
      )}
      <div className="lg:grid lg:grid-cols-2 lg:gap-x-8">
        {may.edit && (
          <Section title={t("parts")} lead={t("partsLead")}>
            <FreePartsForm action={actions.edit} reference={series.reference} announcement={announcement} />
          </Section>
        )}
        <Section title={t("preview")}>
          <MailPreview view={view} />
        </Section>
      </div>
      <Section title={t("entries")}>
        <EntryList entries={entries} timeZone={timeZone} />
      </Section>
      <Section title={t("recipients")} lead={t("recipientsLead", counts)}>
        <RecipientTable recipients={recipients} />
      </Section>
      <IssueSection view={view} issue={actions.issue} />
    </>
  );
}

/** What exactly will happen, and the button; or why it is not there. */
function IssueSection({ view, issue }: { view: AnnouncementView; issue: Action }) {
  const t = useTranslations("announcements.page");
  const { series, announcement, counts, entries, isBlocked, may } = view;
  const { number, version } = announcement;
  return (
    <Section title={t("issueTitle")}>
      <p className="mb-4 max-w-measure">{t("issueWhat", { ...counts, entries: entries.length })}</p>
      {isBlocked && <p className="max-w-measure">{t("issueBlocked")}</p>}
      {!may.issue && <p className="text-muted">{t("issueWho")}</p>}
      {may.issue && !isBlocked && (
        <ActionForm
          action={issue}
          submit={t("issue")}
          hidden={{ reference: series.reference, number, version }}
        />
      )}
    </Section>
  );
}
