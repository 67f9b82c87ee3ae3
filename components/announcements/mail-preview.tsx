import { useTranslations } from "next-intl";
import { MailSheet } from "#components/outbox/mail-sheet";
import type { AnnouncementView } from "#lib/announcements/domain/view";

/** The mail of an announcement as each recipient opens it. */
export function MailPreview({ view }: { view: AnnouncementView }) {
  const t = useTranslations("announcements.page");
  const { series, announcement, text, sender, replyTo } = view;
  const file = announcement.issued ? `announcements/${announcement.number}/calendar.ics` : "calendar.ics";
  return (
    <MailSheet
      head={[
        { label: t("from"), value: `${sender.name} <${sender.address}>` },
        { label: t("to"), value: t("toEach") },
        ...(replyTo.length > 0
          ? [{ label: t("replies"), value: replyTo.map(({ address }) => address).join(", ") }]
          : []),
      ]}
      subject={announcement.subject}
      text={text}
    >
      {t("attachment")}:{" "}
      <a href={`/series/${series.reference}/${file}`} download className="inline-block py-1">
        meetings.ics
      </a>
    </MailSheet>
  );
}
