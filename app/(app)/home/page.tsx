import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { Waiting } from "#components/overview/waiting";
import { ButtonLink } from "#components/ui/button-link";
import { DayText } from "#components/ui/day";
import { Empty } from "#components/ui/empty";
import { Fact, Facts } from "#components/ui/facts";
import { Moment } from "#components/ui/moment";
import { PageHeading } from "#components/ui/page-heading";
import { Section } from "#components/ui/section";
import { type Home, showHome } from "#lib/overview/usecases/show-home";
import { pathOfPoll } from "#lib/scheduling/domain/which-poll";
import { forPage } from "#lib/web/page";
import { requireActor } from "#lib/web/session";

export async function generateMetadata() {
  return { title: (await getTranslations("overview.home"))("title") };
}

export default async function HomePage() {
  const actor = await forPage(requireActor);
  const home = await showHome(actor);
  const t = await getTranslations("overview.home");
  const { timeZone } = actor;
  return (
    <>
      <PageHeading title={t("title")} lead={t("lead", { count: home.mine.length })} />
      {home.mine.length > 0 ? (
        <Waiting items={home.mine} timeZone={timeZone} withSeries />
      ) : (
        <Empty title={t("emptyTitle")} action={<ButtonLink href="/series">{t("toSeries")}</ButtonLink>}>
          {t("empty")}
        </Empty>
      )}
      {home.polls.length > 0 && <Polls polls={home.polls} timeZone={timeZone} />}
      {home.meetings.length > 0 && <Meetings meetings={home.meetings} timeZone={timeZone} />}
      {home.targets.length > 0 && <Targets targets={home.targets} />}
      {home.others.length > 0 && (
        <Section title={t("others")} lead={t("othersLead")}>
          <Waiting items={home.others} timeZone={timeZone} withSeries isFirst={false} />
        </Section>
      )}
    </>
  );
}

async function Polls({ polls, timeZone }: { polls: Home["polls"]; timeZone: string }) {
  const t = await getTranslations("overview.home");
  return (
    <Section title={t("polls")}>
      <ul className="divide-y divide-line border-y border-line">
        {polls.map(({ series, sequence, closesAt, hasAnswered }) => (
          <li key={`${series.reference} ${sequence}`} className="py-2">
            <Link
              href={`/series/${series.reference}${pathOfPoll({ sequence: sequence ?? undefined })}` as never}
            >
              {sequence === null ? series.title : t("smallPoll", { number: sequence, title: series.title })}
            </Link>{" "}
            · {t(hasAnswered ? "answered" : "notAnswered")} ·{" "}
            {t.rich("closes", { when: () => <Moment start={closesAt} timeZone={timeZone} /> })}
          </li>
        ))}
      </ul>
    </Section>
  );
}

async function Meetings({ meetings, timeZone }: { meetings: Home["meetings"]; timeZone: string }) {
  const t = await getTranslations("overview.home");
  return (
    <Section title={t("meetings")}>
      <ul className="divide-y divide-line border-y border-line">
        {meetings.map(({ series, sequence, start, end, status }) => (
          <li key={`${series.reference}-${sequence}`} className="py-2">
            <p>
              <Link href={`/series/${series.reference}/meetings/${sequence}`}>
                {t("meeting", { number: sequence, title: series.title })}
              </Link>{" "}
              <span className="text-muted">({t(`status.${status}` as "status.planned")})</span>
            </p>
            <p>
              <Moment start={start} end={end} timeZone={timeZone} />
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

async function Targets({ targets }: { targets: Home["targets"] }) {
  const t = await getTranslations("overview.home");
  const d = await getTranslations("series.facts.deadline");
  return (
    <Section title={t("deadlines")}>
      {targets.map(({ series, group, opensOn, deadlines }) => (
        <div key={`${opensOn} ${group}`} className="mb-6">
          <Facts>
            <Fact label={t("towards")}>
              <ul>
                {series.map(({ reference, title }) => (
                  <li key={reference}>
                    <Link href={`/series/${reference}`}>{title}</Link>
                  </li>
                ))}
              </ul>
            </Fact>
            {(["exception", "contribution", "available"] as const).map((key) => (
              <Fact key={key} label={d(key)}>
                <DayText day={deadlines[key]} />
              </Fact>
            ))}
            <Fact label={t("target", { group })}>
              <DayText day={opensOn} />
            </Fact>
          </Facts>
        </div>
      ))}
    </Section>
  );
}
