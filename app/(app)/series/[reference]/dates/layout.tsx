import { getTranslations } from "next-intl/server";
import { TabsNav } from "#components/ui/tabs-nav";
import { mayInvite, mayRunPoll } from "#lib/scheduling/domain/policy";
import { requireActor } from "#lib/web/session";
import { loadRibbon } from "../load-ribbon";

/** The pages of the dates: what all may look at, and what co-chairs and secretariats do to it. */
export default async function DatesLayout({ children, params }: LayoutProps<"/series/[reference]/dates">) {
  const { reference } = await params;
  const { series } = await loadRibbon(reference);
  const t = await getTranslations("scheduling.nav");
  const base = `/series/${series.reference}/dates` as const;
  const actor = await requireActor();
  const offers = mayRunPoll(actor, series) ? (["offer"] as const) : [];
  const people = mayInvite(actor, series) ? (["people"] as const) : [];
  const items = [
    { href: base, label: t("overview") },
    { href: `${base}/matrix`, label: t("answers") },
    ...[...offers, ...people].map((page) => ({ href: `${base}/${page}`, label: t(page) })),
  ];
  return (
    <>
      <TabsNav label={t("label")} items={items} />
      {children}
    </>
  );
}
