"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { buttonClasses } from "#components/ui/button";
import type { SeriesView } from "#lib/decisions/domain/ranking-view";
import { CompareSeries } from "./compare-series";

/** Places of the two series held against each other. */
export type Pair = { readonly left: number; readonly right: number };

type Props = {
  best: readonly SeriesView[];
  timeZone: string;
  compared: Pair;
  /** What they were ranked by, as an address says it. */
  aims: string;
};

/** Two series chosen from the best and held against each other. Without scripts the button asks for the page again. */
export function ComparePair({ best, timeZone, compared, aims }: Props) {
  const t = useTranslations("decisions.compare");
  const [pair, setPair] = useState(compared);
  const left = best.find(({ place }) => place === pair.left) ?? best[0];
  const right = best.find(({ place }) => place === pair.right) ?? best[1];
  const choice = (side: "left" | "right", value: number) => (
    <PlaceChoice
      {...{ side, value, best }}
      onChange={(place) => setPair((before) => ({ ...before, [side]: place }))}
    />
  );
  return (
    <>
      <form method="get" className="no-print mb-4 flex flex-wrap items-end gap-3">
        {choice("left", left?.place ?? 1)}
        {choice("right", right?.place ?? 2)}
        <noscript>
          {[...new URLSearchParams(aims)].map(([name, value]) => (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          ))}
          <input type="hidden" name="wait" value="1" />
          <button className={buttonClasses("secondary")}>{t("submit")}</button>
        </noscript>
      </form>
      {left && right && <CompareSeries left={left} right={right} timeZone={timeZone} />}
    </>
  );
}

type ChoiceProps = {
  side: "left" | "right";
  value: number;
  best: readonly SeriesView[];
  onChange: (place: number) => void;
};

function PlaceChoice({ side, value, best, onChange }: ChoiceProps) {
  const t = useTranslations("decisions.compare");
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-semibold">
        {t(side)}
      </label>
      <select
        id={id}
        name={side}
        value={value}
        onChange={({ target }) => onChange(Number(target.value))}
        className="min-h-11 rounded-sm border border-control bg-surface px-3 py-2 text-ink"
      >
        {best.map(({ place }) => (
          <option key={place} value={place}>
            {t("series", { place })}
          </option>
        ))}
      </select>
    </div>
  );
}
