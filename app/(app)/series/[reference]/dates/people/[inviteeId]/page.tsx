import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EntryForm } from "#components/scheduling/entry-form";
import { ButtonLink } from "#components/ui/button-link";
import { Moment } from "#components/ui/moment";
import { Notice } from "#components/ui/notice";
import { PageHeading } from "#components/ui/page-heading";
import { SideBadge } from "#components/ui/side-badge";
import { inviteeSchema } from "#lib/scheduling/schema";
import { viewEntry } from "#lib/scheduling/usecases/enter-answers";
import { parseAddress } from "#lib/web/address";
import { forPage } from "#lib/web/page";
import { requireActor } from "#lib/web/session";
import { enterAnswersAction } from "../actions";

type Props = PageProps<"/series/[reference]/dates/people/[inviteeId]">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("scheduling.entering"))("title") };
}

/** The secretariat enters what somebody told it. */
export default async function EntryPage({ params }: Props) {
  const asked = await params;
  const { actor, view } = await forPage(async () => {
    const actor = await requireActor();
    return { actor, view: await viewEntry(actor, parseAddress(inviteeSchema, asked)) };
  });
  const t = await getTranslations("scheduling.entering");
  const { person, phase, closesAt, answers, note, slotsVersion, version } = view;
  const { reference, inviteeId } = asked;
  return (
    <>
      <PageHeading title={t("heading", { name: person.name })} lead={t("lead", { name: person.name })}>
        <ButtonLink href={`/series/${reference}/dates/people`}>{t("back")}</ButtonLink>
      </PageHeading>
      <p className="mb-4">
        <SideBadge letter={person.letter} /> {t("clock", { zone: person.timeZone })}
      </p>
      {phase === "open" ? (
        <>
          {closesAt && (
            <p className="mb-4">
              {t("until")} <Moment start={closesAt} timeZone={actor.timeZone} />
            </p>
          )}
          <EntryForm
            hidden={{ reference, inviteeId, slotsVersion, version }}
            slots={view.slots.map(({ id, start, lengthMinutes }) => ({
              ...{ id, lengthMinutes, startsAt: start.getTime() },
            }))}
            {...{ answers, note, timeZone: person.timeZone, action: enterAnswersAction }}
          />
        </>
      ) : (
        <Notice tone="warn" title={t("notOpen")} />
      )}
    </>
  );
}
