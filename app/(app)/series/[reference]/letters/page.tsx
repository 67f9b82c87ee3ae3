import { getTranslations } from "next-intl/server";
import { LetterTable } from "#components/liaison/letter-table";
import { ButtonLink } from "#components/ui/button-link";
import { Empty } from "#components/ui/empty";
import { PageHeading } from "#components/ui/page-heading";
import { listSeriesLetters } from "#lib/liaison/usecases/list-series-letters";
import { forPage } from "#lib/web/page";
import { requireActor } from "#lib/web/session";

type Props = PageProps<"/series/[reference]/letters">;

export async function generateMetadata() {
  return { title: (await getTranslations("liaison.ofSeries"))("title") };
}

export default async function SeriesLettersPage({ params }: Props) {
  const { reference } = await params;
  const { letters, mayRecord } = await forPage(async () =>
    listSeriesLetters(await requireActor(), reference),
  );
  const t = await getTranslations("liaison.ofSeries");
  return (
    <>
      <PageHeading title={t("title")} lead={t("lead")} />
      {letters.length > 0 ? (
        <LetterTable caption={t("title")} letters={letters} />
      ) : (
        <Empty
          title={t("emptyTitle")}
          action={mayRecord && <ButtonLink href="/letters">{t("register")}</ButtonLink>}
        >
          {t("empty")}
        </Empty>
      )}
    </>
  );
}
