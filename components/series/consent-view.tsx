import { useTranslations } from "next-intl";
import { DayText } from "#components/ui/day";
import { Fact, Facts } from "#components/ui/facts";
import { StateLabel } from "#components/ui/state-label";
import { dayIn, GENEVA } from "#lib/kernel/zone";
import type { SideConsent } from "#lib/series/domain/consents";

const TONES = { agreed: "ok", not_agreed: "bad", missing: "warn" } as const;

/** Where a side stands, and where that can be seen. */
export function ConsentView({ state }: { state: SideConsent }) {
  const t = useTranslations("series.consent");
  const { latest, outcome, side } = state;
  return (
    <div className="grid gap-2">
      <p>
        <StateLabel tone={TONES[outcome]}>{t(outcome)}</StateLabel>
      </p>
      {latest ? (
        <Facts>
          <Fact label={t("decidedBy")}>{latest.decidedBy}</Fact>
          <Fact label={t("decidedOn")}>
            <DayText day={latest.decidedOn} />, {t(latest.method)}
          </Fact>
          {latest.evidence && (
            <Fact label={t("evidence")}>
              <span className="break-words whitespace-pre-wrap" dir="auto">
                {latest.evidence}
              </span>
            </Fact>
          )}
          {latest.comment && (
            <Fact label={t("comment")}>
              <span className="break-words whitespace-pre-wrap" dir="auto">
                {latest.comment}
              </span>
            </Fact>
          )}
          <Fact label={t("recordedBy")}>
            {latest.recordedBy}, <DayText day={dayIn(latest.recordedAt, GENEVA)} />
          </Fact>
        </Facts>
      ) : (
        <p className="text-muted">{t("missingHint", { side: side.group.reference })}</p>
      )}
    </div>
  );
}
