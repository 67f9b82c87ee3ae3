import { useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice";
import type { OutboxCounts } from "#lib/outbox/domain/delivery";

type Props = { counts: OutboxCounts; by: "smtp" | "mailbox" | "nothing" };

/** Says when mails do not get through, and that nothing is lost. Nothing when all is well. */
export function DeliveryNotice({ counts, by }: Props) {
  const t = useTranslations("announcements.page");
  return (
    <div className="grid gap-3 empty:hidden">
      {by === "nothing" && (
        <Notice tone="warn" title={t("noServer")}>
          {t("noServerText")}
        </Notice>
      )}
      {by === "mailbox" && <Notice tone="info">{t("mailbox")}</Notice>}
      {counts.delayed > 0 && (
        <Notice tone="warn" title={t("trouble", { delayed: counts.delayed })}>
          {t("troubleText")}
        </Notice>
      )}
      {counts.failed > 0 && (
        <Notice tone="bad" title={t("givenUp", { failed: counts.failed })}>
          {t("givenUpText")}
        </Notice>
      )}
    </div>
  );
}
