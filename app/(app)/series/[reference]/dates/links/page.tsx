import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { PersonalLinks } from "#components/scheduling/personal-links";
import { ButtonLink } from "#components/ui/button-link";
import { PageHeading } from "#components/ui/page-heading";
import { viewDates } from "#lib/scheduling/usecases/view-dates";
import { forPage } from "#lib/web/page";
import { requireActor } from "#lib/web/session";
import { changeLinkAction } from "../actions";

type Props = PageProps<"/series/[reference]/dates/links">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("scheduling.asked");
  return { title: t("linksTitle") };
}

/** Everybody's personal link. A page of its own: for hundreds of people it is longer than the dates. */
export default async function LinksPage({ params }: Props) {
  const { reference } = await params;
  const view = await forPage(async () => viewDates(await requireActor(), reference));
  if (!view.mayRun) notFound();
  const t = await getTranslations("scheduling.asked");
  return (
    <>
      <PageHeading title={t("linksTitle")} lead={t("linksLead")}>
        <ButtonLink href={`/series/${reference}/dates`}>{t("toDates")}</ButtonLink>
      </PageHeading>
      <PersonalLinks
        reference={reference}
        people={view.asked.map(({ id, name, letter, hasLink }) => ({ id, name, letter, hasLink }))}
        open={view.phase === "open"}
        action={changeLinkAction}
      />
    </>
  );
}
