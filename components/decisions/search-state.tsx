import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import type { RankingState } from "./use-ranking";

type Props = {
  found: RankingState;
  onCancel: () => void;
  onAgain: () => void;
  /** Of this page with all its ranks, for readers without scripts. */
  whole: string;
};

/** What the search does: how far it came, with the button that gives it up; or that it was given up, and what is left. */
export function SearchState({ found, onCancel, onAgain, whole }: Props) {
  const { progress, givenUp, refused, ranking } = found;
  const isUnreachable = refused === "decisions.refusal.unreachable";
  return (
    <>
      <Progress progress={progress} onCancel={onCancel} />
      {!ranking && found.busy && <Awaited whole={whole} />}
      {givenUp && <GivenUp hasRanking={ranking !== null} onAgain={onAgain} />}
      {refused && !found.busy && !givenUp && (
        <Refused refused={refused} onAgain={isUnreachable ? onAgain : null} />
      )}
    </>
  );
}

const BAR =
  "h-2 w-40 appearance-none overflow-hidden rounded-sm border border-control bg-surface [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-surface [&::-webkit-progress-value]:bg-accent";

/** Space is kept for it, so that nothing jumps. What changes many times a second is not read out. */
function Progress({ progress, onCancel }: { progress: number | null; onCancel: () => void }) {
  const t = useTranslations("decisions.chooser");
  const share = Math.round((progress ?? 0) * 100);
  return (
    <div className="no-print mb-2 flex min-h-11 flex-wrap items-center gap-x-3">
      <span role="status" className="sr-only">
        {progress !== null && t("progress")}
      </span>
      {progress !== null && (
        <>
          <progress value={progress} max={1} aria-label={t("progress")} className={BAR} />
          <span className="text-muted tabular-nums">{t("share", { share })}</span>
          <Button variant="quiet" onClick={onCancel}>
            {t("cancel")}
          </Button>
        </>
      )}
    </div>
  );
}

/** In the place of the series while the first search goes on. */
function Awaited({ whole }: { whole: string }) {
  const t = useTranslations("decisions.chooser");
  return (
    <div className="min-h-64 max-w-measure">
      <p className="text-muted">{t("awaited")}</p>
      <noscript>
        <meta httpEquiv="refresh" content={`0; url=${whole}`} />
        <a href={whole}>{t("wait")}</a>
      </noscript>
    </div>
  );
}

function GivenUp({ hasRanking, onAgain }: { hasRanking: boolean; onAgain: () => void }) {
  const t = useTranslations("decisions.chooser");
  const again = useRef<HTMLButtonElement>(null);
  useEffect(() => again.current?.focus(), []); // the button that was pressed is gone
  return (
    <div role="status" className="mb-4">
      <Notice tone="info" title={t("givenUp")}>
        <p>{t(hasRanking ? "givenUpBefore" : "givenUpFirst")}</p>
        <Button ref={again} onClick={onAgain} className="no-print mt-2">
          {t("again")}
        </Button>
      </Notice>
    </div>
  );
}

type RefusedProps = { refused: NonNullable<RankingState["refused"]>; onAgain: (() => void) | null };

function Refused({ refused, onAgain }: RefusedProps) {
  const words = useTranslations();
  const t = useTranslations("decisions.chooser");
  return (
    <div role="status" className="mb-4">
      <Notice tone="warn">
        <p>{words(refused)}</p>
        {onAgain && (
          <Button onClick={onAgain} className="no-print mt-2">
            {t("again")}
          </Button>
        )}
      </Notice>
    </div>
  );
}
