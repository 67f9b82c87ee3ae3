import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PeopleTable } from "#components/people/people-table";
import { Button } from "#components/ui/button";
import { ButtonLink } from "#components/ui/button-link";
import { Empty } from "#components/ui/empty";
import { TextField } from "#components/ui/fields";
import { PageHeading } from "#components/ui/page-heading";
import { dayIn, GENEVA } from "#lib/kernel/zone";
import { listPeople } from "#lib/people/usecases/list-people";
import { forPage } from "#lib/web/page";
import { requireActor } from "#lib/web/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("title") };
}

export default async function PeoplePage({ searchParams }: PageProps<"/people">) {
  const { q } = await searchParams;
  const search = typeof q === "string" ? q : "";
  const people = await forPage(async () => listPeople(await requireActor(), search));
  const t = await getTranslations("people");
  return (
    <>
      <PageHeading title={t("title")} lead={t("lead")}>
        <ButtonLink href="/people/new" variant="primary">
          {t("invite")}
        </ButtonLink>
      </PageHeading>
      <form role="search" className="mb-6 flex max-w-measure flex-wrap items-end gap-3">
        <div className="grow">
          <TextField name="q" type="search" label={t("search")} defaultValue={search} maxLength={100} />
        </div>
        <Button type="submit">{t("find")}</Button>
      </form>
      {people.length === 0 ? (
        <Empty title={t("nobody")}>{t("nobodyText")}</Empty>
      ) : (
        <PeopleTable people={people} today={dayIn(new Date(), GENEVA)} locale={await getLocale()} />
      )}
    </>
  );
}
