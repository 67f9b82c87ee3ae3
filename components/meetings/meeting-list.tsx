import { useTranslations } from "next-intl";
import Link from "next/link";
import { Moment } from "#components/ui/moment";
import type { Meeting } from "#lib/meetings/domain/meeting";
import { MeetingState } from "./meeting-state";

type Props = {
  reference: string;
  meetings: readonly Omit<Meeting, "joiningLink">[];
  /** The reader's zone. */
  timeZone: string;
};

/** The meetings of a series, each with its time, its state and its agenda. */
export function MeetingList({ reference, meetings, timeZone }: Props) {
  const t = useTranslations("meetings");
  return (
    <ol aria-label={t("list")} className="border-b border-line">
      {meetings.map((meeting) => {
        const address = `/series/${reference}/meetings/${meeting.sequence}`;
        return (
          <li key={meeting.id} className="border-t border-line py-4">
            <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
              <h2 className="text-xl font-semibold">
                <Link href={address as never}>{t("name", { meeting: meeting.sequence })}</Link>
              </h2>
              <MeetingState status={meeting.status} />
            </div>
            <p className="mt-1">
              <Moment start={meeting.start} end={meeting.end} timeZone={timeZone} />
            </p>
            <p className="no-print mt-1">
              <Link href={`${address}/agenda` as never} className="inline-block py-2">
                {t("agendaOf", { meeting: meeting.sequence })}
              </Link>
            </p>
          </li>
        );
      })}
    </ol>
  );
}
