import { useTranslations } from "next-intl";
import { Moment } from "#components/ui/moment";
import { StateLabel } from "#components/ui/state-label";
import type { EntryWords } from "#lib/announcements/domain/entries";

/** The calendar entries as they will stand in people's calendars. */
export function EntryList({ entries, timeZone }: { entries: readonly EntryWords[]; timeZone: string }) {
  const t = useTranslations();
  return (
    <ol className="grid max-w-measure gap-4">
      {entries.map(({ meeting, status, summary, location }) => (
        <li key={meeting.id} className="border-s-4 border-line ps-4">
          <p dir="auto" className="font-semibold break-words">
            {t(summary.key, summary.values)}
          </p>
          <p>
            <Moment start={meeting.start} end={meeting.end} timeZone={timeZone} compact />
          </p>
          <p className="mt-1 flex flex-wrap items-baseline gap-x-3 text-muted">
            <StateLabel tone={status === "confirmed" ? "ok" : status === "cancelled" ? "bad" : "info"}>
              {t("announcements.entry.state", { status: meeting.status })}
            </StateLabel>
            {t(location.key, location.values)}
          </p>
        </li>
      ))}
    </ol>
  );
}
