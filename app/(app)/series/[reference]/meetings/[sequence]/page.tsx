import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ChangeWords } from "#components/changes/change-words";
import { JoiningLink } from "#components/meetings/joining-link";
import { MeetingState } from "#components/meetings/meeting-state";
import { ButtonLink } from "#components/ui/button-link";
import { DownloadLink } from "#components/ui/download-link";
import { Fact, Facts } from "#components/ui/facts";
import { Moment } from "#components/ui/moment";
import { PageHeading } from "#components/ui/page-heading";
import { countExpected } from "#lib/meetings/domain/meeting";
import { meetingKeySchema } from "#lib/meetings/schema";
import { showMeeting } from "#lib/meetings/usecases/show-meeting";
import { parseAddress } from "#lib/web/address";
import { forPage } from "#lib/web/page";
import { requireActor } from "#lib/web/session";
import { setJoiningLinkAction } from "./actions";
import { Changes } from "./changes";

type Props = { params: Promise<{ reference: string; sequence: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("meetings");
  return { title: t("name", { meeting: (await params).sequence }) };
}

export default async function MeetingPage({ params }: Props) {
  const address = await params;
  const actor = await forPage(requireActor);
  const { series, meeting, maySeeLink, maySetLink } = await forPage(async () =>
    showMeeting(actor, parseAddress(meetingKeySchema, address)),
  );
  const t = await getTranslations("meetings");
  const agenda = `/series/${series.reference}/meetings/${meeting.sequence}/agenda`;
  return (
    <ChangeWords>
      <PageHeading title={t("name", { meeting: meeting.sequence })}>
        <ButtonLink href={agenda}>{t("agenda")}</ButtonLink>
        <DownloadLink href={`${agenda}.docx`}>{t("agendaWord")}</DownloadLink>
      </PageHeading>
      <Facts>
        <Fact label={t("when")}>
          <Moment start={meeting.start} end={meeting.end} timeZone={actor.timeZone} />
        </Fact>
        <Fact label={t("state")}>
          <MeetingState status={meeting.status} />
        </Fact>
        <Fact label={t("groups")}>
          {series.sides.flatMap((side) => side.questions.map(({ reference }) => reference)).join(", ")}
        </Fact>
        <Fact label={t("expected")}>{countExpected(meeting, series)}</Fact>
      </Facts>
      <Changes reference={series.reference} sequence={meeting.sequence} actor={actor} />
      <JoiningLink
        reference={series.reference}
        meeting={meeting}
        maySee={maySeeLink}
        set={maySetLink ? setJoiningLinkAction : null}
      />
    </ChangeWords>
  );
}
