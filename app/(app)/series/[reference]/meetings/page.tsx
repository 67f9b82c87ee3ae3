import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MeetingList } from "#components/meetings/meeting-list";
import { ButtonLink } from "#components/ui/button-link";
import { DownloadLink } from "#components/ui/download-link";
import { Empty } from "#components/ui/empty";
import { PageHeading } from "#components/ui/page-heading";
import { showMeetings } from "#lib/meetings/usecases/show-meetings";
import { forPage } from "#lib/web/page";
import { requireActor } from "#lib/web/session";
import { Guard } from "../guard";

type Props = { params: Promise<{ reference: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("meetings");
  return { title: t("title") };
}

export default async function MeetingsPage({ params }: Props) {
  const { reference } = await params;
  const actor = await forPage(requireActor);
  const { meetings } = await forPage(() => showMeetings(actor, reference));
  const t = await getTranslations("meetings");
  return (
    <>
      <PageHeading title={t("title")} lead={t("lead")}>
        {meetings.length > 0 && (
          <DownloadLink href={`/series/${reference}/calendar.ics`}>{t("calendar")}</DownloadLink>
        )}
      </PageHeading>
      {meetings.length > 0 ? (
        <>
          <MeetingList reference={reference} meetings={meetings} timeZone={actor.timeZone} />
          <Guard reference={reference} actor={actor} />
        </>
      ) : (
        <Empty
          title={t("none")}
          action={<ButtonLink href={`/series/${reference}/dates`}>{t("toDates")}</ButtonLink>}
        >
          {t("noneText")}
        </Empty>
      )}
    </>
  );
}
