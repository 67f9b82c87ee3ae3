import { useTranslations } from "next-intl";
import { Table } from "#components/ui/table";
import type { Recipient } from "#lib/announcements/domain/recipients";

/** Who will be told, and in which part. An address that this reader may not see is left out. */
export function RecipientTable({ recipients }: { recipients: readonly Recipient[] }) {
  const t = useTranslations("announcements");
  return (
    <Table
      caption={t("page.recipientsCaption")}
      head={
        <tr>
          <th scope="col">{t("page.part")}</th>
          <th scope="col">{t("page.name")}</th>
          <th scope="col">{t("page.address")}</th>
        </tr>
      }
    >
      {recipients.map(({ kind, group, name, address }, index) => (
        <tr key={index}>
          <td>{t(`kind.${kind}`, { group })}</td>
          <td dir="auto">{name || "–"}</td>
          <td className="break-all">{address || <span className="text-muted">{t("page.hidden")}</span>}</td>
        </tr>
      ))}
    </Table>
  );
}
