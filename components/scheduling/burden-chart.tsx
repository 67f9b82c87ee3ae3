import { useTranslations } from "next-intl";
import { Table } from "#components/ui/table";
import { placeOf } from "#lib/rules/domain/zone-people";

type Props = {
  burdens: readonly { readonly timeZone: string; readonly people: number; readonly perSlot: number }[];
};

const [WIDTH, ROW, NAME] = [640, 28, 160];

/** What one slot costs each zone, as bars and as a table. */
export function BurdenChart({ burdens }: Props) {
  const t = useTranslations("scheduling.burden");
  const most = Math.max(1, ...burdens.map(({ perSlot }) => perSlot));
  return (
    <>
      <svg
        role="img"
        aria-label={t("chart")}
        viewBox={`0 0 ${WIDTH} ${burdens.length * ROW}`}
        className="mb-4 w-full max-w-160"
      >
        <title>{t("chart")}</title>
        {burdens.map(({ timeZone, perSlot }, index) => (
          <g key={timeZone} transform={`translate(0 ${index * ROW})`} className="fill-ink">
            <text x="0" y="19" fontSize="15">
              {placeOf(timeZone)}
            </text>
            <rect
              x={NAME}
              y="5"
              height={ROW - 10}
              width={Math.max(1, (perSlot / most) * (WIDTH - NAME - 60))}
              className="fill-accent"
            />
            <text x={NAME + (perSlot / most) * (WIDTH - NAME - 60) + 8} y="19" fontSize="15">
              {t("value", { perSlot })}
            </text>
          </g>
        ))}
      </svg>
      <details>
        <summary className="min-h-11 py-2">{t("caption")}</summary>
        <Table
          caption={t("caption")}
          head={
            <tr>
              <th scope="col">{t("zone")}</th>
              <th scope="col">{t("people")}</th>
              <th scope="col">{t("perSlot")}</th>
            </tr>
          }
        >
          {burdens.map(({ timeZone, people, perSlot }) => (
            <tr key={timeZone}>
              <th scope="row">{placeOf(timeZone)}</th>
              <td>{people}</td>
              <td>{t("value", { perSlot })}</td>
            </tr>
          ))}
        </Table>
      </details>
    </>
  );
}
