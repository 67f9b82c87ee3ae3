import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { LetterDesk } from "#components/liaison/letter-desk";
import { LiaisonWords } from "#components/liaison/liaison-words";
import { PageHeading } from "#components/ui/page-heading";
import { mayRecordLetters } from "#lib/liaison/domain/policy";
import { forPage } from "#lib/web/page";
import { requireActor } from "#lib/web/session";
import { readLetterAction, recordLetterAction } from "../actions";

export async function generateMetadata() {
  return { title: (await getTranslations("liaison.desk"))("title") };
}

export default async function NewLetterPage() {
  const actor = await forPage(requireActor);
  if (!mayRecordLetters(actor)) notFound();
  const t = await getTranslations("liaison.desk");
  return (
    <LiaisonWords>
      <PageHeading title={t("title")} lead={t("lead")} />
      <LetterDesk readAction={readLetterAction} recordAction={recordLetterAction} />
    </LiaisonWords>
  );
}
