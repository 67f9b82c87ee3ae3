import type { Metadata } from "next";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { JoinForm } from "#components/scheduling/join-form";
import { Moment } from "#components/ui/moment";
import { Notice } from "#components/ui/notice";
import { PageHeading } from "#components/ui/page-heading";
import { GENEVA } from "#lib/kernel/zone";
import { listCountries } from "#lib/people/domain/country";
import { viewGeneralPoll } from "#lib/scheduling/usecases/join-poll";
import { forPage } from "#lib/web/page";
import { joinPollAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("scheduling.joining");
  return { title: t("title"), robots: { index: false, follow: false } };
}

export default async function JoinPage({ params }: PageProps<"/poll/[token]">) {
  const { token } = await params;
  const poll = await forPage(() => viewGeneralPoll(token));
  const t = await getTranslations("scheduling.joining");
  const locale = await getLocale();
  const groups = (await getFormatter()).list(poll.sides.map(({ group }) => group));
  return (
    <>
      <PageHeading title={t("title")} lead={t("lead", { sides: groups, title: poll.title })} />
      {poll.phase === "open" ? (
        <>
          <p className="max-w-measure">{t("what", { slots: poll.slots })}</p>
          {poll.closesAt && (
            <p className="my-4">
              {t("until")} <Moment start={poll.closesAt} timeZone={GENEVA} />
            </p>
          )}
          <JoinForm
            token={token}
            sides={poll.sides.map(({ id, letter, group }) => ({ value: id, label: `${letter} · ${group}` }))}
            countries={listCountries(locale).map(({ code, name }) => ({ value: code, label: name }))}
            action={joinPollAction}
          />
        </>
      ) : (
        <Notice tone="warn" title={t(`phase.${poll.phase}`)} />
      )}
    </>
  );
}
