import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DeliveryNotice } from "#components/announcements/delivery-notice";
import { DeliverySection } from "#components/announcements/delivery-section";
import { DraftSections } from "#components/announcements/draft-sections";
import { MailPreview } from "#components/announcements/mail-preview";
import { PageHeading } from "#components/ui/page-heading";
import { Section } from "#components/ui/section";
import { announcementKeySchema } from "#lib/announcements/schema";
import { showAnnouncement } from "#lib/announcements/usecases/show-announcement";
import { forPage } from "#lib/web/page";
import { requireActor } from "#lib/web/session";
import {
  editAnnouncementAction as edit,
  issueAnnouncementAction as issue,
  retryMailAction as retry,
  waiveFindingAction as waive,
} from "../actions";

type Props = { params: Promise<{ reference: string; number: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("announcements.page");
  return { title: t("title", { number: (await params).number }) };
}

export default async function AnnouncementPage({ params }: Props) {
  const key = announcementKeySchema.safeParse(await params);
  if (!key.success) notFound();
  const actor = await forPage(requireActor);
  const view = await forPage(() => showAnnouncement(actor, key.data));
  const t = await getTranslations("announcements.page");
  const { issued, number } = view.announcement;
  const { timeZone } = actor;
  return (
    <>
      <PageHeading
        title={t("title", { number })}
        lead={issued ? t("issuedLead", { person: issued.byName }) : t("draftLead")}
      />
      <DeliveryNotice {...view.delivery} />
      {issued ? (
        <>
          <DeliverySection {...{ view, timeZone, retry }} issuedAt={issued.at} />
          <Section title={t("previewIssued")}>
            <MailPreview view={view} />
          </Section>
        </>
      ) : (
        <DraftSections {...{ view, timeZone }} actions={{ edit, issue, waive }} />
      )}
    </>
  );
}
