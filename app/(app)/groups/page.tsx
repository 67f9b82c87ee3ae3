import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AddGroupForm } from "#components/groups/add-group-form";
import { GroupTree } from "#components/groups/group-tree";
import { ButtonLink } from "#components/ui/button-link";
import { Empty } from "#components/ui/empty";
import { PageHeading } from "#components/ui/page-heading";
import { Section } from "#components/ui/section";
import { listGroupTree } from "#lib/groups/usecases/list-group-tree";
import { forPage } from "#lib/web/page";
import { requireActor } from "#lib/web/session";
import { addGroupAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("groups"))("title") };
}

export default async function GroupsPage() {
  const { periods, mayImport, mayAdd } = await forPage(async () => listGroupTree(await requireActor()));
  const t = await getTranslations("groups");
  return (
    <>
      <PageHeading title={t("title")} lead={t("lead")}>
        <ButtonLink href="/groups/export" download>
          {t("export")}
        </ButtonLink>
        {mayImport && <ButtonLink href="/groups/import">{t("import.title")}</ButtonLink>}
      </PageHeading>
      {periods.length === 0 && <Empty title={t("nothing")}>{t("nothingText")}</Empty>}
      {periods.map(({ period, branches }, at) => (
        <Section key={period.id} title={t("period", { name: period.name })}>
          <GroupTree branches={branches} />
          {mayAdd && at === 0 && (
            <details className="mt-6">
              <summary className="min-h-6 text-accent underline">{t("addStudyGroup")}</summary>
              <div className="mt-3">
                <AddGroupForm studyPeriodId={period.id} example="SG5" action={addGroupAction} />
              </div>
            </details>
          )}
        </Section>
      ))}
    </>
  );
}
