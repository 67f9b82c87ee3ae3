import { useTranslations } from "next-intl";
import { Ribbon } from "#components/ui/ribbon";
import type { Day } from "#lib/kernel/day";
import { dayValue } from "#lib/rules/domain/day-value";
import type { RibbonStop } from "#lib/overview/domain/ribbon";

/** The map of a series, with its stops linked to the pages below `base`. */
export function SeriesRibbon({ base, stops }: { base: string; stops: readonly RibbonStop[] }) {
  const t = useTranslations();
  const inWords = (on: Day, isLimit: boolean) =>
    t(isLimit ? "overview.whenAtLast" : "overview.when", { on: dayValue(on) });
  return (
    <Ribbon
      stops={stops.map(({ key, kind, label, path, state, on, isLimit }) => ({
        ...{ key, kind, state },
        label: t(label.key, label.values),
        href: path === null ? null : `${base}${path}`,
        ...(on ? { when: inWords(on, isLimit) } : {}),
      }))}
    />
  );
}
