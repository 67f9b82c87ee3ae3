import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AgendaEditor } from "#components/agendas/agenda-editor";
import { AgendaFoot } from "#components/agendas/agenda-foot";
import { AgendaList } from "#components/agendas/agenda-list";
import { AgendaWords } from "#components/agendas/agenda-words";
import { MeetingState } from "#components/meetings/meeting-state";
import { ButtonLink } from "#components/ui/button-link";
import { DownloadLink } from "#components/ui/download-link";
import { Moment } from "#components/ui/moment";
import { PageHeading } from "#components/ui/page-heading";
import { isAgendaOpen } from "#lib/agendas/domain/policy";
import { showAgenda } from "#lib/agendas/usecases/show-agenda";
import { meetingKeySchema } from "#lib/meetings/schema";
import { parseAddress } from "#lib/web/address";
import { forPage } from "#lib/web/page";
import { requireActor } from "#lib/web/session";
import { saveAgendaAction } from "./actions";

type Props = { params: Promise<{ reference: string; sequence: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("agendas");
  return { title: t("title", { meeting: (await params).sequence }) };
}

export default async function AgendaPage({ params }: Props) {
  const address = await params;
  const actor = await forPage(requireActor);
  const { series, meeting, agenda, mayEdit } = await forPage(async () =>
    showAgenda(actor, parseAddress(meetingKeySchema, address)),
  );
  const t = await getTranslations("agendas");
  const { reference } = series;
  const { sequence, start, end, status } = meeting;
  const place = `/series/${reference}/meetings/${sequence}`;
  const shown = { meeting: { start, end }, timeZone: actor.timeZone };
  return (
    <AgendaWords>
      <PageHeading title={t("title", { meeting: sequence })}>
        <ButtonLink href={place}>{t("toMeeting", { meeting: sequence })}</ButtonLink>
        <DownloadLink href={`${place}/agenda.docx`}>{t("word.download")}</DownloadLink>
      </PageHeading>
      <p className="mb-2">
        <Moment start={start} end={end} timeZone={actor.timeZone} />
      </p>
      <p className="mb-6">
        <MeetingState status={status} />
      </p>
      {mayEdit ? (
        <AgendaEditor
          {...shown}
          agenda={agenda}
          where={{ reference, sequence, readerId: actor.id }}
          save={saveAgendaAction}
        />
      ) : (
        <>
          <AgendaList {...shown} items={agenda.items} />
          <AgendaFoot {...shown} items={agenda.items} />
          <p className="mt-4 text-muted">{isAgendaOpen(meeting) ? t("readers") : t("frozen")}</p>
        </>
      )}
    </AgendaWords>
  );
}
