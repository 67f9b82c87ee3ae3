import { useTranslations } from "next-intl";
import { Table } from "#components/ui/table";
import { placeOf } from "#lib/rules/domain/zone-people";

type Props = { balances: readonly { readonly timeZone: string; readonly burden: number }[] };

/** What each zone bore in earlier series of the same sides, as numbers and bars; those that bore nothing in one sentence. */
export function Balances({ balances }: Props) {
  const t = useTranslations("decisions.ledger");
  const most = Math.max(1, ...balances.map(({ burden }) => burden));
  const borne = balances.filter(({ burden }) => burden > 0);
  const spared = balances.filter(({ burden }) => burden === 0).map(({ timeZone }) => placeOf(timeZone));
  return (
    <>
      <Table
        caption={t("caption")}
        head={
          <tr>
            <th scope="col">{t("zone")}</th>
            <th scope="col">{t("burden")}</th>
          </tr>
        }
      >
        {borne.map(({ timeZone, burden }) => (
          <tr key={timeZone}>
            <th scope="row" className="font-normal">
              {placeOf(timeZone)}
            </th>
            <td>
              <span className="flex items-center gap-2">
                <svg aria-hidden="true" viewBox="0 0 120 10" width={120} height={10}>
                  <rect width={120} height="10" className="fill-shade" />
                  <rect width={(burden / most) * 120} height="10" className="fill-accent" />
                </svg>
                <span className="tabular-nums">{burden}</span>
              </span>
            </td>
          </tr>
        ))}
      </Table>
      {spared.length > 0 && (
        <p className="mt-3 max-w-measure text-sm text-muted">{t("spared", { places: spared.join(", ") })}</p>
      )}
    </>
  );
}
