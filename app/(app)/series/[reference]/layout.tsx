import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { SeriesRibbon } from "#components/overview/series-ribbon";
import { SeriesState } from "#components/series/series-state";
import { SideNames } from "#components/series/side-names";
import { TabsNav } from "#components/ui/tabs-nav";
import { loadRibbon } from "./load-ribbon";

const TABS = [
  "overview",
  "dates",
  "announcements",
  "meetings",
  "report",
  "letters",
  "people",
  "history",
] as const;

export async function generateMetadata({ params }: LayoutProps<"/series/[reference]">): Promise<Metadata> {
  const { series } = await loadRibbon((await params).reference);
  const t = await getTranslations("product");
  return { title: { default: series.title, template: `%s · ${series.title} · ${t("name")}` } };
}

/** The head of every page of a series: whose it is, its map, and the way to its other pages. */
export default async function SeriesLayout({ children, params }: LayoutProps<"/series/[reference]">) {
  const { reference } = await params;
  const { series, stops } = await loadRibbon(reference);
  const t = await getTranslations("series.tabs");
  const base = `/series/${series.reference}` as const;
  return (
    <>
      <div className="mb-2 flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <SideNames sides={series.sides} />
        <Link href={base} className="font-serif text-lg font-semibold">
          {series.title}
        </Link>
        <SeriesState state={series.state} />
      </div>
      <SeriesRibbon base={base} stops={stops} />
      <TabsNav
        label={t("label")}
        items={TABS.map((tab) => ({ href: tab === "overview" ? base : `${base}/${tab}`, label: t(tab) }))}
      />
      {children}
    </>
  );
}
