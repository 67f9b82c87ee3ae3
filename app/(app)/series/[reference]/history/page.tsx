import { getTranslations } from "next-intl/server";
import { ActList } from "#components/overview/act-list";
import { ButtonLink } from "#components/ui/button-link";
import { Empty } from "#components/ui/empty";
import { PageHeading } from "#components/ui/page-heading";
import { listHistory } from "#lib/overview/usecases/list-history";
import { forPage } from "#lib/web/page";
import { requireActor } from "#lib/web/session";

export async function generateMetadata() {
  return { title: (await getTranslations("overview.history"))("title") };
}

export default async function HistoryPage({
  params,
  searchParams,
}: PageProps<"/series/[reference]/history">) {
  const { reference } = await params;
  const { before } = await searchParams;
  const { actor, history } = await forPage(async () => {
    const actor = await requireActor();
    const page = { reference, before: typeof before === "string" ? before : null };
    return { actor, history: await listHistory(actor, page) };
  });
  const t = await getTranslations("overview.history");
  return (
    <>
      <PageHeading title={t("title")} lead={t("lead")} />
      {history.acts.length > 0 ? (
        <ActList acts={history.acts} timeZone={actor.timeZone} />
      ) : (
        <Empty title={t("emptyTitle")}>{t("empty")}</Empty>
      )}
      {history.olderThan && (
        <p className="mt-4">
          <ButtonLink href={`/series/${reference}/history?before=${history.olderThan}`}>
            {t("older")}
          </ButtonLink>
        </p>
      )}
    </>
  );
}
