import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { preload } from "react-dom";
import { AnswerMatrix } from "#components/scheduling/answer-matrix";
import { SchedulingWords } from "#components/scheduling/scheduling-words";
import { DownloadLink } from "#components/ui/download-link";
import { PageHeading } from "#components/ui/page-heading";
import { EVERYBODY } from "#lib/scheduling/domain/book";
import { viewTotals } from "#lib/scheduling/usecases/view-totals";
import { forPage } from "#lib/web/page";
import { requireActor } from "#lib/web/session";

type Props = PageProps<"/series/[reference]/dates/matrix">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("scheduling.matrix");
  return { title: t("title") };
}

/** Who answered what, for as many people and slots as there are. */
export default async function MatrixPage({ params }: Props) {
  const { reference } = await params;
  const actor = await forPage(requireActor);
  const { totals } = await forPage(() => viewTotals(actor, { reference, filter: EVERYBODY }));
  if (!totals) notFound();
  const bytesUrl = `/series/${reference}/dates/matrix/bytes`;
  preload(bytesUrl, { as: "fetch", crossOrigin: "anonymous" }); // they come while the scripts come
  const t = await getTranslations("scheduling");
  const here = `/series/${reference}/dates`;
  return (
    <SchedulingWords>
      <PageHeading
        title={t("matrix.title")}
        lead={t("matrix.lead", { people: totals.everybody, slots: totals.poll.slots.length })}
      >
        <DownloadLink href={`${here}/answers.csv`}>{t("totals.csv")}</DownloadLink>
      </PageHeading>
      {totals.sight.hiddenBy && <p className="mb-4">{t(`hiding.why.${totals.sight.hiddenBy}`)}</p>}
      <noscript>
        <p className="mb-4">{t("matrix.noScript")}</p>
      </noscript>
      <p className="hidden print:block">{t("matrix.print")}</p>
      <AnswerMatrix bytesUrl={bytesUrl} liveUrl={`${here}/live`} timeZone={actor.timeZone} />
    </SchedulingWords>
  );
}
