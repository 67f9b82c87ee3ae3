import { getTranslations } from "next-intl/server";
import { TabsNav } from "#components/ui/tabs-nav";
import { listDatePages } from "#lib/decisions/usecases/list-date-pages";
import { requireActor } from "#lib/web/session";
import { loadRibbon } from "../load-ribbon";

/** The pages of the dates that this reader may open. */
export default async function DatesLayout({ children, params }: LayoutProps<"/series/[reference]/dates">) {
  const { reference } = await params;
  const { series } = await loadRibbon(reference);
  const t = await getTranslations("scheduling.nav");
  const base = `/series/${series.reference}/dates` as const;
  const pages = await listDatePages(await requireActor(), series);
  const items = pages.map((page) => ({
    href: page === "overview" ? base : `${base}/${page}`,
    label: t(page),
  }));
  return (
    <>
      <TabsNav label={t("label")} items={items} />
      {children}
    </>
  );
}
