import { useTranslations } from "next-intl";
import { Fact, Facts } from "#components/ui/facts";
import { Moment } from "#components/ui/moment";
import type { RecordFacts } from "#lib/decisions/domain/read-record";

type Props = { facts: RecordFacts; madeAt: Date; sha256: string; timeZone: string };

/** When it was decided, from what, and why. */
export function DecisionFacts({ facts, madeAt, sha256, timeZone }: Props) {
  const t = useTranslations("decisions.record");
  const names = useTranslations("decisions.controls.measure");
  const { counts, order } = facts;
  const quorum = Object.entries(facts.quorum).map(([letter, least]) => `${letter} ${least}`);
  return (
    <Facts>
      <Fact label={t("madeAt")}>
        <Moment start={madeAt} timeZone={timeZone} />
      </Fact>
      <Fact label={t("assents")}>
        {facts.assents.map(({ side, group, decidedBy }) => `${side} ${group}: ${decidedBy}`).join("; ")}
      </Fact>
      <Fact label={t("rank")}>
        {facts.rank === null ? t("noRank") : t("rankValue", { rank: facts.rank })}
      </Fact>
      {facts.reason && (
        <Fact label={t("reason")}>
          <span dir="auto">{facts.reason}</span>
        </Fact>
      )}
      <Fact label={t("from")}>{t("fromValue", counts)}</Fact>
      <Fact label={t("order")}>
        {order.map((measure) => (isMeasure(measure) ? names(measure) : measure)).join(", ")}
      </Fact>
      <Fact label={t("aims")}>
        {t("aimsValue", { gap: facts.minGapDays, reachOf: facts.reachOf, quorum: quorum.join(", ") })}
      </Fact>
      {facts.changes > 0 && <Fact label={t("changes")}>{t("changesValue", { count: facts.changes })}</Fact>}
      {facts.entered > 0 && <Fact label={t("entered")}>{t("enteredValue", { count: facts.entered })}</Fact>}
      <Fact label={t("tzVersion")}>{facts.tzVersion}</Fact>
      <Fact label={t("sha256")}>
        <code className="text-sm break-all">{sha256}</code>
      </Fact>
    </Facts>
  );
}

const MEASURES = ["reach", "attendance", "worstZone", "totalBurden", "earliest"] as const;
const isMeasure = (text: string): text is (typeof MEASURES)[number] =>
  MEASURES.some((measure) => measure === text);
