import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { EditCalendarForm } from "#components/calendars/calendar-form";
import { EffectLabel } from "#components/calendars/calendar-table";
import { CalendarWords } from "#components/calendars/calendar-words";
import { EditionList } from "#components/calendars/edition-list";
import { EntryTable } from "#components/calendars/entry-table";
import { ImportEdition } from "#components/calendars/import-edition";
import { ActionForm } from "#components/ui/action-form";
import { DayText } from "#components/ui/day";
import { Empty } from "#components/ui/empty";
import { Notice } from "#components/ui/notice";
import { PageHeading } from "#components/ui/page-heading";
import { Section } from "#components/ui/section";
import { type CalendarView, showCalendar } from "#lib/calendars/usecases/show-calendar";
import { dayIn, GENEVA } from "#lib/kernel/zone";
import { forPage } from "#lib/web/page";
import { requireActor } from "#lib/web/session";
import { editCalendarAction, importEditionAction, removeCalendarAction } from "../actions";

type Props = PageProps<"/calendars/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const { calendar } = await forPage(async () => showCalendar(await requireActor(), id));
  return { title: calendar.title };
}

export default async function CalendarPage({ params }: Props) {
  const { id } = await params;
  const { view, timeZone } = await forPage(async () => {
    const actor = await requireActor();
    return { view: await showCalendar(actor, id), timeZone: actor.timeZone };
  });
  const { calendar, editions, entries, mayKeep } = view;
  const t = await getTranslations("calendars");
  const [current] = editions.filter(({ supersededAt }) => supersededAt === null);
  return (
    <CalendarWords>
      <nav className="mb-4">
        <Link href={"/calendars" as never}>{t("all")}</Link>
      </nav>
      <PageHeading
        title={<span dir="auto">{calendar.title}</span>}
        lead={[t(`kindOf.${calendar.kind}`), calendar.group?.reference ?? calendar.country ?? ""]
          .filter(Boolean)
          .join(": ")}
      />
      <p>
        {t("effect")}: <EffectLabel effect={calendar.effect} />
      </p>
      {calendar.isSample && (
        <div className="mt-4 max-w-measure">
          <Notice tone="warn">{t("sampleLead")}</Notice>
        </div>
      )}
      {mayKeep && (
        <details className="mt-4">
          <summary className="min-h-6 text-accent underline">{t("edit")}</summary>
          <div className="mt-3">
            <EditCalendarForm key={calendar.version} calendar={calendar} action={editCalendarAction} />
          </div>
        </details>
      )}
      <Section
        title={t("entriesTitle")}
        lead={
          current &&
          t.rich("entriesLead", { source: current.source, asOf: () => <DayText day={current.asOf} /> })
        }
      >
        {entries.length === 0 ? (
          <Empty title={t("empty")}>{t("emptyText")}</Empty>
        ) : (
          <EntryTable caption={t("entriesTitle")} entries={entries} timeZone={timeZone} />
        )}
      </Section>
      {editions.length > 0 && (
        <Section title={t("editions")} lead={t("editionsLead")}>
          <EditionList editions={editions} timeZone={timeZone} />
        </Section>
      )}
      {mayKeep && <Keep view={view} timeZone={timeZone} />}
    </CalendarWords>
  );
}

async function Keep({ view: { calendar }, timeZone }: { view: CalendarView; timeZone: string }) {
  const t = await getTranslations("calendars");
  return (
    <>
      <Section title={t("import.title")} lead={t("import.lead")}>
        <ImportEdition
          calendarId={calendar.id}
          today={dayIn(new Date(), GENEVA)}
          timeZone={timeZone}
          action={importEditionAction}
        />
      </Section>
      <Section title={t("removeTitle")} lead={t("removeLead")}>
        <ActionForm
          action={removeCalendarAction}
          submit={t("remove", { title: calendar.title })}
          variant="danger"
          hidden={{ calendarId: calendar.id }}
        />
      </Section>
    </>
  );
}
