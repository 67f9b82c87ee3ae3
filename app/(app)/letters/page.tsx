import { getTranslations } from "next-intl/server";
import { LetterTable } from "#components/liaison/letter-table";
import { ButtonLink } from "#components/ui/button-link";
import { Empty } from "#components/ui/empty";
import { PageHeading } from "#components/ui/page-heading";
import { listLetters } from "#lib/liaison/usecases/list-letters";
import { forPage } from "#lib/web/page";
import { requireActor } from "#lib/web/session";

export async function generateMetadata() {
  return { title: (await getTranslations("liaison.register"))("title") };
}

export default async function LettersPage() {
  const { letters, mayRecord } = await forPage(async () => listLetters(await requireActor()));
  const t = await getTranslations("liaison.register");
  const add = mayRecord && (
    <ButtonLink href="/letters/new" variant="primary">
      {t("add")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeading title={t("title")} lead={t("lead")}>
        {letters.length > 0 && add}
      </PageHeading>
      {letters.length > 0 ? (
        <LetterTable caption={t("title")} letters={letters} />
      ) : (
        <Empty title={t("emptyTitle")} action={add}>
          {mayRecord ? t("empty") : t("emptyForReader")}
        </Empty>
      )}
    </>
  );
}
