import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { GroupWords } from "#components/groups/group-words";
import { ImportForm } from "#components/groups/import-form";
import { ButtonLink } from "#components/ui/button-link";
import { PageHeading } from "#components/ui/page-heading";
import { requireMayImportGroups } from "#lib/groups/domain/policy";
import { forPage } from "#lib/web/page";
import { requireActor } from "#lib/web/session";
import { importAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("groups.import"))("title") };
}

export default async function ImportPage() {
  await forPage(async () => requireMayImportGroups(await requireActor()));
  const t = await getTranslations("groups.import");
  return (
    <GroupWords>
      <PageHeading title={t("title")} lead={t("lead")}>
        <ButtonLink href="/groups/export" download>
          {t("template")}
        </ButtonLink>
      </PageHeading>
      <ImportForm action={importAction} />
    </GroupWords>
  );
}
