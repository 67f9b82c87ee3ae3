import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AnnouncementTable } from "#components/announcements/announcement-table";
import { ActionForm } from "#components/ui/action-form";
import { ButtonLink } from "#components/ui/button-link";
import { DownloadLink } from "#components/ui/download-link";
import { Empty } from "#components/ui/empty";
import { PageHeading } from "#components/ui/page-heading";
import { listSeriesAnnouncements } from "#lib/announcements/usecases/list-series-announcements";
import { forPage } from "#lib/web/page";
import { requireActor } from "#lib/web/session";
import { draftAnnouncementAction } from "./actions";

type Props = { params: Promise<{ reference: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("announcements.list");
  return { title: t("title") };
}

export default async function AnnouncementsPage({ params }: Props) {
  const { reference } = await params;
  const actor = await forPage(requireActor);
  const list = await forPage(() => listSeriesAnnouncements(actor, reference));
  const { announcements, meetingCount, mayDraft } = list;
  const t = await getTranslations("announcements.list");
  const draft = mayDraft && (
    <ActionForm action={draftAnnouncementAction} submit={t("draft")} hidden={{ reference }} />
  );
  const toDates = <ButtonLink href={`/series/${reference}/dates`}>{t("toDates")}</ButtonLink>;
  return (
    <>
      <PageHeading title={t("title")} lead={t("lead")}>
        {meetingCount > 0 && (
          <DownloadLink href={`/series/${reference}/calendar.ics`}>{t("calendar")}</DownloadLink>
        )}
      </PageHeading>
      {announcements.length > 0 ? (
        <div className="grid gap-6">
          <AnnouncementTable {...{ reference, announcements }} timeZone={actor.timeZone} />
          {draft}
        </div>
      ) : (
        <Empty title={t("none")} action={meetingCount > 0 ? draft : toDates}>
          <p>{t("noneText")}</p>
          {meetingCount === 0 && <p>{t("noMeetings")}</p>}
        </Empty>
      )}
    </>
  );
}
