import { useTranslations } from "next-intl";
import { Moment } from "#components/ui/moment";
import { Section } from "#components/ui/section";
import type { AnnouncementView } from "#lib/announcements/domain/view";
import type { ActionState } from "#lib/web/action-state";
import { DeliveryTable } from "./delivery-table";

type Props = {
  view: AnnouncementView;
  issuedAt: Date;
  timeZone: string;
  retry: (previous: ActionState, form: FormData) => Promise<ActionState>;
};

/** Where the mails of an issued announcement are: in numbers for everybody, by recipient for those who may. */
export function DeliverySection({ view, issuedAt, timeZone, retry }: Props) {
  const t = useTranslations("announcements.page");
  const { delivery, series, announcement } = view;
  const { sent, waiting, failed } = delivery.counts;
  return (
    <Section title={t("delivery")} lead={t("deliveryLead", { sent, waiting, failed })}>
      <p className="mb-4">
        {t("issuedAt")}: <Moment start={issuedAt} timeZone={timeZone} />
      </p>
      {delivery.rows.length > 0 && (
        <DeliveryTable
          {...{ rows: delivery.rows, timeZone, retry }}
          hidden={{ reference: series.reference, number: announcement.number }}
        />
      )}
    </Section>
  );
}
