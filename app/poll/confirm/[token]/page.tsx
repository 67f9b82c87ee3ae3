import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "#components/ui/action-form";
import { Notice } from "#components/ui/notice";
import { PageHeading } from "#components/ui/page-heading";
import { viewConfirmation } from "#lib/scheduling/usecases/confirm-newcomer";
import { forPage } from "#lib/web/page";
import { confirmNewcomerAction } from "../../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("scheduling.joining");
  return { title: t("title"), robots: { index: false, follow: false } };
}

/** Opening the mailed address confirms nothing, so that mail scanners cannot; the button does. */
export default async function ConfirmPage({ params }: PageProps<"/poll/confirm/[token]">) {
  const { token } = await params;
  const { title, state } = await forPage(() => viewConfirmation(token));
  const t = await getTranslations("scheduling.joining.confirm");
  return (
    <>
      <PageHeading title={t("title")} lead={state === "good" ? t("lead", { title }) : undefined} />
      {state === "good" ? (
        <ActionForm action={confirmNewcomerAction} submit={t("submit")} hidden={{ token }} />
      ) : (
        <Notice tone="warn" title={t(state)} />
      )}
    </>
  );
}
