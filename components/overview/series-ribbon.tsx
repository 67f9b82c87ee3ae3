import { useLocale, useTranslations } from "next-intl";
import { Ribbon } from "#components/ui/ribbon";
import type { Day } from "#lib/kernel/day";
import { dateParts } from "#lib/kernel/moment";
import type { RibbonStop } from "#lib/overview/domain/ribbon";

/** The map of a series, with its stops linked to the pages below `base`. */
export function SeriesRibbon({ base, stops }: { base: string; stops: readonly RibbonStop[] }) {
  const locale = useLocale();
  const t = useTranslations();
  const inWords = (on: Day, isLimit: boolean) => {
    const { day, month, year } = dateParts(new Date(`${on}T12:00:00Z`), "UTC", locale);
    return t(isLimit ? "overview.whenAtLast" : "overview.when", { day, month, year });
  };
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
