import { say, type Words } from "#lib/kernel/words";
import type { Measure } from "#lib/ranking/domain/problem";
import type { RankedSeries } from "#lib/ranking/domain/ranking";
import { placeOf } from "#lib/rules/domain/zone-people";
import type { Naming } from "./nearest-words.ts";

type Against = {
  readonly first: RankedSeries;
  readonly order: readonly Measure[];
  readonly naming: Pick<Naming, "dayOf">;
};

/**
 * Why a series stands where it does: what the first one has, or in what another loses to the first and in what it is
 * better all the same. The measure that decides comes first.
 */
export function reasonWords(series: RankedSeries, { first, order, naming }: Against): Words[] {
  if (series.slots.join() === first.slots.join()) return [say("decisions.reason.first")];
  const sizes = order.map((measure) => ({ measure, size: sizeOf(measure, series, first) }));
  const decisive = sizes.find(({ size }) => size !== 0);
  if (!decisive) return [say("decisions.reason.tie")];
  const better = sizes.find(({ measure, size }) => size > 0 && measure !== "earliest");
  return [
    wordsOf("loses", decisive, { series, naming }),
    ...(better && better !== decisive ? [wordsOf("gains", better, { series, naming })] : []),
  ];
}

type Told = { readonly series: RankedSeries; readonly naming: Pick<Naming, "dayOf"> };

function wordsOf(
  kind: "loses" | "gains",
  { measure, size }: { readonly measure: Measure; readonly size: number },
  { series, naming }: Told,
): Words {
  return say(`decisions.reason.${kind}.${measure}`, {
    size: Math.abs(size),
    place: series.worstZone ? placeOf(series.worstZone.zone) : "",
    day: naming.dayOf(series.slots.at(-1) ?? ""),
  });
}

/** By how much a series is better than the first in a measure; negative when it is worse. */
function sizeOf(measure: Measure, series: RankedSeries, first: RankedSeries): number {
  if (measure === "reach" || measure === "attendance") return series[measure] - first[measure];
  if (measure === "worstZone") return (first.worstZone?.burden ?? 0) - (series.worstZone?.burden ?? 0);
  if (measure === "totalBurden") return first.totalBurden - series.totalBurden;
  return -1; // whoever is equal in all the others is later
}
