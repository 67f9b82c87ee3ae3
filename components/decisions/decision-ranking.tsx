import { useTranslations } from "next-intl";
import { DayText } from "#components/ui/day";
import { StateLabel } from "#components/ui/state-label";
import { Table } from "#components/ui/table";
import type { RecordFacts } from "#lib/decisions/domain/read-record";
import { dayIn, GENEVA } from "#lib/kernel/zone";
import { placeOf } from "#lib/rules/domain/zone-people";

/** The best series as they were ranked when it was decided. */
export function DecisionRanking({ facts }: { facts: RecordFacts }) {
  const t = useTranslations("decisions.record");
  return (
    <Table
      caption={t("ranking")}
      head={
        <tr>
          <th scope="col">{t("place")}</th>
          <th scope="col">{t("days")}</th>
          <th scope="col">{t("reach")}</th>
          <th scope="col">{t("attendance")}</th>
          <th scope="col">{t("worstZone")}</th>
          <th scope="col">{t("totalBurden")}</th>
        </tr>
      }
    >
      {facts.best.map(({ starts, isChosen, reach, attendance, worstZone, totalBurden }, index) => (
        <tr key={index}>
          <th scope="row">
            {index + 1} {isChosen && <StateLabel tone="ok">{t("chosen")}</StateLabel>}
          </th>
          <td>
            {starts.map((start) => (
              <span key={start.toISOString()} className="block whitespace-nowrap">
                <DayText day={dayIn(start, GENEVA)} />
              </span>
            ))}
          </td>
          <td className="tabular-nums">{reach}</td>
          <td className="tabular-nums">{attendance}</td>
          <td className="tabular-nums">{worstZone && `${placeOf(worstZone.zone)} ${worstZone.burden}`}</td>
          <td className="tabular-nums">{totalBurden}</td>
        </tr>
      ))}
    </Table>
  );
}
