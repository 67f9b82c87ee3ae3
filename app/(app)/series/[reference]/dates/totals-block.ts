import { getLocale, getTranslations } from "next-intl/server";
import { totalsHtml } from "#components/scheduling/totals-html";
import { once } from "#lib/kernel/once";
import type { Totals, TotalsView } from "#lib/scheduling/usecases/view-totals";

const MOST = 200;
const blocks = once("scheduling.totals-blocks", () => new Map<string, string>());

/**
 * The totals as HTML, made once for all who see the same numbers of the same slots on the same clock. Whoever calls
 * this has asked the use case, and with it the rights of the reader.
 */
export async function totalsBlock(
  { series }: Pick<TotalsView, "series">,
  totals: Totals,
  { timeZone, bestFirst }: { timeZone: string; bestFirst: boolean },
): Promise<string> {
  const locale = await getLocale();
  const key = JSON.stringify([series.id, totals.stamp, totals.totals, timeZone, bestFirst, locale]);
  const kept = blocks.get(key);
  if (kept !== undefined) return kept;
  const [t, moment] = [await getTranslations("scheduling.totals"), await getTranslations("moment")];
  const shown = totals.totals[0]?.sides.map(({ letter }) => letter) ?? [];
  const sides = series.sides.filter(({ letter }) => shown.includes(letter));
  const made = totalsHtml(
    {
      ...{ slots: totals.poll.slots, totals: totals.totals, bestFirst, timeZone, locale },
      sides: sides.map(({ letter, group }) => ({ letter, group: group.reference })),
    },
    t,
    moment,
  );
  if (blocks.size >= MOST) blocks.clear();
  blocks.set(key, made);
  return made;
}
