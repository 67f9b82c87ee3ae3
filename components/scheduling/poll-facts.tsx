import { useTranslations } from "next-intl";
import { Fact, Facts } from "#components/ui/facts";
import { Moment } from "#components/ui/moment";
import { StateLabel } from "#components/ui/state-label";
import type { PollPhase, Quorum } from "#lib/scheduling/domain/poll";

type Props = {
  phase: PollPhase;
  closesAt: Date | null;
  timeZone: string;
  quorum: Quorum;
  sides: readonly { readonly letter: string; readonly group: string }[];
  answered: number;
  asked: number;
};

const TONES = { draft: "info", open: "ok", closed: "warn", decided: "ok" } as const;

/** Where the poll stands: state, deadline, answers and quorum. */
export function PollFacts({ phase, closesAt, timeZone, quorum, sides, answered, asked }: Props) {
  const t = useTranslations("scheduling.facts");
  return (
    <Facts>
      <Fact label={t("state")}>
        <StateLabel tone={TONES[phase]}>{t(`phase.${phase}`)}</StateLabel>
      </Fact>
      {closesAt && (
        <Fact label={t("deadline")}>
          <Moment start={closesAt} timeZone={timeZone} />
        </Fact>
      )}
      {asked > 0 && (
        <>
          <Fact label={t("answers")}>{t("answered", { answered, asked })}</Fact>
          <Fact label={t("quorum")}>
            {sides.map(({ letter, group }) => `${group} ${quorum[letter] ?? 0}`).join(", ")}
          </Fact>
        </>
      )}
    </Facts>
  );
}
