import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AddCalendarForm } from "#components/calendars/calendar-form";
import { CalendarTable } from "#components/calendars/calendar-table";
import { CalendarWords } from "#components/calendars/calendar-words";
import { PageHeading } from "#components/ui/page-heading";
import { Section } from "#components/ui/section";
import { CALENDAR_KINDS } from "#lib/calendars/domain/calendar";
import { SAMPLES } from "#lib/calendars/domain/samples";
import { listCalendars } from "#lib/calendars/usecases/list-calendars";
import { listCountries } from "#lib/people/domain/country";
import { forPage } from "#lib/web/page";
import { requireActor } from "#lib/web/session";
import { addCalendarAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("calendars"))("title") };
}

export default async function CalendarsPage() {
  const { calendars, mayAdd, groups } = await forPage(async () => listCalendars(await requireActor()));
  const t = await getTranslations("calendars");
  const countries = listCountries(await getLocale());
  return (
    <CalendarWords>
      <PageHeading title={t("title")} lead={t("lead")} />
      {CALENDAR_KINDS.map((kind) => {
        const lines = calendars.filter(({ calendar }) => calendar.kind === kind);
        return (
          <Section key={kind} title={t(`kinds.${kind}`)} lead={t(`kindsLead.${kind}`)}>
            {lines.length === 0 ? <p className="text-muted">{t("none")}</p> : <CalendarTable lines={lines} />}
          </Section>
        );
      })}
      {mayAdd && (
        <Section title={t("add")} lead={t("addLead")}>
          <AddCalendarForm
            groups={groups.map(({ id, reference }) => ({ value: id, label: reference }))}
            countries={countries.map(({ code, name }) => ({ value: code, label: name }))}
            action={addCalendarAction}
          />
        </Section>
      )}
      <Section title={t("samples")} lead={t("samplesLead")}>
        <ul className="flex flex-wrap gap-x-6 gap-y-2">
          {SAMPLES.map(({ kind, name }) => (
            <li key={kind}>
              <a href={`/calendars/samples/${name}`} download>
                {t(`sampleFile.${kind}`)}
              </a>
            </li>
          ))}
        </ul>
      </Section>
    </CalendarWords>
  );
}
