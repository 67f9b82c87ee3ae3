import { useTranslations } from "next-intl";
import Link from "next/link";
import { Moment } from "#components/ui/moment";
import { StateLabel } from "#components/ui/state-label";
import { Table } from "#components/ui/table";
import type { Announcement } from "#lib/announcements/domain/announcement";

type Props = { reference: string; announcements: readonly Announcement[]; timeZone: string };

/** The announcements of a series, with when they left. */
export function AnnouncementTable({ reference, announcements, timeZone }: Props) {
  const t = useTranslations("announcements");
  return (
    <Table
      caption={t("list.caption")}
      head={
        <tr>
          <th scope="col">{t("list.number")}</th>
          <th scope="col">{t("list.subject")}</th>
          <th scope="col">{t("list.state")}</th>
        </tr>
      }
    >
      {announcements.map(({ number, subject, issued }) => (
        <tr key={number}>
          <td className="tabular-nums">{number}</td>
          <td className="break-words">
            <Link href={`/series/${reference}/announcements/${number}` as never} dir="auto">
              {subject}
            </Link>
          </td>
          <td>
            <StateLabel tone={issued ? "ok" : "info"}>
              {t(issued ? "state.issued" : "state.draft")}
            </StateLabel>
            {issued && (
              <span className="block text-sm">
                <Moment start={issued.at} timeZone={timeZone} compact />
              </span>
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}
