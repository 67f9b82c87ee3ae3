import { getTranslations } from "next-intl/server";
import { TabsNav } from "#components/ui/tabs-nav";
import { mayRunPoll } from "#lib/scheduling/domain/policy";
import { requireActor } from "#lib/web/session";
import { loadRibbon } from "../load-ribbon";

/** The pages of the dates: what all may look at, and for co-chairs what they do to it. */
export default async function DatesLayout({ children, params }: LayoutProps<"/series/[reference]/dates">) {
  const { reference } = await params;
  const { series } = await loadRibbon(reference);
  const t = await getTranslations("scheduling.nav");
  const base = `/series/${series.reference}/dates` as const;
  const mayRun = mayRunPoll(await requireActor(), series);
  const items = [
    { href: base, label: t("overview") },
    { href: `${base}/matrix`, label: t("answers") },
    ...(mayRun
      ? (["offer", "people"] as const).map((page) => ({ href: `${base}/${page}`, label: t(page) }))
      : []),
  ];
  return (
    <>
      <TabsNav label={t("label")} items={items} />
      {children}
    </>
  );
}
