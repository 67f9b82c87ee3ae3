import { useTranslations } from "next-intl";
import { Section } from "#components/ui/section";
import { Table } from "#components/ui/table";
import type { RecordFacts } from "#lib/decisions/domain/read-record";
import { placeOf } from "#lib/rules/domain/zone-people";

/** What each zone bears, what was set aside, and the rules with their editions. */
export function RecordParts({ facts }: { facts: RecordFacts }) {
  const t = useTranslations("decisions.record");
  return (
    <>
      <Section title={t("burden")} lead={t("burdenLead")}>
        <Table
          caption={t("burden")}
          head={
            <tr>
              <th scope="col">{t("zone")}</th>
              <th scope="col">{t("here")}</th>
              <th scope="col">{t("before")}</th>
            </tr>
          }
        >
          {facts.burden.map(({ zone, burden, carried }) => (
            <tr key={zone}>
              <th scope="row" className="font-normal">
                {placeOf(zone)}
              </th>
              <td className="tabular-nums">{burden}</td>
              <td className="tabular-nums">{carried}</td>
            </tr>
          ))}
        </Table>
      </Section>
      {facts.waivers.length > 0 && (
        <Section title={t("waivers")}>
          <ul className="list-disc ps-5">
            {facts.waivers.map(({ rule, about, reason, waivedBy }, index) => (
              <li key={index} dir="auto">
                {t("waiver", { rule: about ? `${rule} (${about})` : rule, reason, waivedBy })}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t("rules")}>
        <ul className="text-sm">
          {facts.rules.map(({ id, source, clause, edition }) => (
            <li key={id}>
              <span className="inline-block w-10 font-semibold">{id}</span> {source}
              {edition && ` (${edition})`} {clause}
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
