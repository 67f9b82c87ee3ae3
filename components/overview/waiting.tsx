import { useTranslations } from "next-intl";
import { DayText } from "#components/ui/day";
import { Moment } from "#components/ui/moment";
import { WaitingList } from "#components/ui/waiting-list";
import { dayIn, GENEVA } from "#lib/kernel/zone";
import type { Waiting as Item } from "#lib/overview/domain/waiting";

type Props = {
  items: readonly (Item & { readonly series: { readonly reference: string; readonly title: string } })[];
  /** The reader's zone. */
  timeZone: string;
  /** Whether each item says which series it belongs to. */
  withSeries?: boolean;
  /** Whether the first one carries the page's primary button. */
  isFirst?: boolean;
};

/** What is waited for; who can do it sees the step, and the first of these is the page's one primary button. */
export function Waiting({ items, timeZone, withSeries = false, isFirst = true }: Props) {
  const t = useTranslations();
  return (
    <WaitingList
      items={items.map((item, index) => ({
        key: `${item.series.reference}-${item.key}`,
        what: (
          <>
            {t(item.what.key, item.what.values)}
            {withSeries && <span className="block font-normal text-muted">{item.series.title}</span>}
          </>
        ),
        from: t(item.from.key, item.from.values),
        since: t.rich("overview.since", { when: () => <DayText day={dayIn(item.since, GENEVA)} /> }),
        ...(item.until !== null ? { until: <Until until={item.until} timeZone={timeZone} /> } : {}),
        ...(item.mine
          ? {
              step: {
                href: `/series/${item.series.reference}${item.path}`,
                label: t(item.step.key, item.step.values),
              },
            }
          : {}),
        primary: isFirst && item.mine && index === 0,
      }))}
    />
  );
}

function Until({ until, timeZone }: { until: Date | string; timeZone: string }) {
  const t = useTranslations("overview");
  return t.rich("until", {
    when: () =>
      typeof until === "string" ? <DayText day={until} /> : <Moment start={until} timeZone={timeZone} />,
  });
}
