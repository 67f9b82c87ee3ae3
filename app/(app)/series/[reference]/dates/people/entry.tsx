import { getTranslations } from "next-intl/server";
import { EntryForm } from "#components/scheduling/entry-form";
import { ReplacedNotice } from "#components/scheduling/replaced-notice";
import { ButtonLink } from "#components/ui/button-link";
import { Moment } from "#components/ui/moment";
import { Notice } from "#components/ui/notice";
import { PageHeading } from "#components/ui/page-heading";
import { SideBadge } from "#components/ui/side-badge";
import { pathOfPoll } from "#lib/scheduling/domain/which-poll";
import { inviteeSchema } from "#lib/scheduling/schema";
import { viewEntry } from "#lib/scheduling/usecases/enter-answers";
import { parseAddress } from "#lib/web/address";
import { forPage } from "#lib/web/page";
import { requireActor } from "#lib/web/session";
import { enterAnswersAction } from "./actions";

type Props = { asked: { reference: string; sequence?: string; inviteeId: string } };

/** The secretariat enters what somebody told it, in the poll of the series or in a small one. */
export async function Entry({ asked }: Props) {
  const { actor, view, key } = await forPage(async () => {
    const actor = await requireActor();
    const key = parseAddress(inviteeSchema, asked);
    return { actor, view: await viewEntry(actor, key), key };
  });
  const t = await getTranslations("scheduling.entering");
  const { person, phase, closesAt, answers, note, slotsVersion, version, replaces } = view;
  return (
    <>
      <PageHeading title={t("heading", { name: person.name })} lead={t("lead", { name: person.name })}>
        <ButtonLink href={`/series/${key.reference}${pathOfPoll(key)}/people`}>{t("back")}</ButtonLink>
      </PageHeading>
      {replaces && <ReplacedNotice replaces={replaces} timeZone={person.timeZone} />}
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
            hidden={{ ...asked, slotsVersion, version }}
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
