import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { SeriesState } from "#components/series/series-state";
import { SideNames } from "#components/series/side-names";
import { TargetText } from "#components/series/target-text";
import { ButtonLink } from "#components/ui/button-link";
import { Empty } from "#components/ui/empty";
import { PageHeading } from "#components/ui/page-heading";
import { Table } from "#components/ui/table";
import { mayProposeSomeSeries } from "#lib/series/domain/proposal";
import type { Series } from "#lib/series/domain/series";
import { listMySeries } from "#lib/series/usecases/list-my-series";
import { forPage } from "#lib/web/page";
import { requireActor } from "#lib/web/session";

export async function generateMetadata() {
  return { title: (await getTranslations("series.list"))("title") };
}

export default async function SeriesListPage() {
  const actor = await forPage(requireActor);
  const all = await listMySeries(actor);
  const t = await getTranslations("series.list");
  const begin = mayProposeSomeSeries(actor) && (
    <>
      <ButtonLink href="/letters/new" variant="primary">
        {t("fromLetter")}
      </ButtonLink>
      <ButtonLink href="/series/new">{t("byHand")}</ButtonLink>
    </>
  );
  return (
    <>
      <PageHeading title={t("title")} lead={t("lead")}>
        {all.length > 0 && begin}
      </PageHeading>
      {all.length > 0 ? (
        <SeriesTable all={all} />
      ) : (
        <Empty title={t("emptyTitle")} action={<div className="flex flex-wrap gap-2">{begin}</div>}>
          {t("empty")}
        </Empty>
      )}
    </>
  );
}

async function SeriesTable({ all }: { all: readonly Series[] }) {
  const t = await getTranslations("series.list");
  const head = (
    <tr>
      {(["name", "sides", "target", "state"] as const).map((column) => (
        <th key={column} scope="col">
          {t(column)}
        </th>
      ))}
    </tr>
  );
  return (
    <Table caption={t("title")} head={head}>
      {all.map((series) => (
        <tr key={series.id}>
          <th scope="row">
            <Link href={`/series/${series.reference}`}>{series.title}</Link>
          </th>
          <td>
            <SideNames sides={series.sides} />
          </td>
          <td>
            <TargetText target={series.target} />
          </td>
          <td>
            <SeriesState state={series.state} />
          </td>
        </tr>
      ))}
    </Table>
  );
}
