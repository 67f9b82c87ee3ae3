import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "#components/ui/action-form";
import { ButtonLink } from "#components/ui/button-link";
import { Notice } from "#components/ui/notice";
import { PageHeading } from "#components/ui/page-heading";
import { inspectSignInLink } from "#lib/auth/use-sign-in-link";
import { ownPath } from "#lib/kernel/own-path";
import { readBrowser } from "#lib/web/asker";
import { Frame } from "../../../frame";
import { useLinkAction } from "../../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn"))("title"), robots: "noindex" };
}

/** Opening the mailed address uses nothing up, so that mail scanners cannot; the button does. */
export default async function LinkPage({ params, searchParams }: PageProps<"/sign-in/link/[token]">) {
  const { token } = await params;
  const to = ownPath((await searchParams).to, "/home");
  const state = await inspectSignInLink({ token, browser: await readBrowser() });
  const t = await getTranslations("signIn");
  return (
    <Frame>
      <PageHeading title={t("title")} lead={state === "good" ? t("link.good") : undefined} />
      {state === "good" ? (
        <ActionForm action={useLinkAction} submit={t("link.submit")} hidden={{ token, to }} />
      ) : (
        <div className="grid max-w-measure gap-6">
          <Notice tone="warn">{t(`link.${state}`)}</Notice>
          <p>
            <ButtonLink href={`/sign-in?to=${encodeURIComponent(to)}`} variant="primary">
              {t("link.again")}
            </ButtonLink>
          </p>
        </div>
      )}
    </Frame>
  );
}
