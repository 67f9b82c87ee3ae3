import { useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice";
import { SideBadge } from "#components/ui/side-badge";
import type { Foresight } from "#lib/decisions/domain/foresight";
import { wordsOfLikelihood } from "#lib/ranking/domain/likelihood-words";

/** What can be told of the end of a poll before its end. */
export function ForesightNote({ foresight }: { foresight: Foresight }) {
  return foresight.kind === "likely" ? <Likely likely={foresight} /> : <Deciding deciding={foresight} />;
}

function Likely({ likely }: { likely: Extract<Foresight, { kind: "likely" }> }) {
  const t = useTranslations("ranking.foresight");
  const words = useTranslations();
  const [chance, advice] = wordsOfLikelihood(likely).map(({ key, values }) => words(key, values));
  return (
    <>
      <Notice tone={likely.likelihood >= 0.8 ? "ok" : "warn"} title={chance}>
        {advice}
      </Notice>
      <p className="mt-2 max-w-measure text-muted">{t("likelyLead")}</p>
    </>
  );
}

function Deciding({ deciding }: { deciding: Extract<Foresight, { kind: "deciding" }> }) {
  const t = useTranslations("ranking.foresight");
  const { isDecided, hasSeries, people } = deciding;
  if (isDecided)
    return (
      <Notice tone={hasSeries ? "ok" : "warn"} title={t(hasSeries ? "decided" : "hopeless")}>
        {t(hasSeries ? "decidedText" : "hopelessText")}
      </Notice>
    );
  return (
    <>
      <Notice tone="info">{t(hasSeries ? "open" : "none", { count: people.length })}</Notice>
      <details className="mt-2">
        <summary className="min-h-11 cursor-pointer py-2 font-semibold">{t("who")}</summary>
        <ul className="flex flex-wrap gap-x-6 gap-y-1">
          {people.map(({ id, name, letter }) => (
            <li key={id} className="flex items-center gap-2">
              <SideBadge letter={letter} />
              <span dir="auto">{name}</span>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
