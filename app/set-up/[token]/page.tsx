import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "#components/ui/action-form";
import { TextField } from "#components/ui/fields";
import { Notice } from "#components/ui/notice";
import { PageHeading } from "#components/ui/page-heading";
import { ZoneField } from "#components/ui/zone-field";
import { GENEVA } from "#lib/kernel/zone";
import { findSetUpLink } from "#lib/people/usecases/find-set-up-link";
import { Frame } from "../../frame";
import { setUpAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("setUp"))("title"), robots: "noindex" };
}

export default async function SetUpPage({ params }: PageProps<"/set-up/[token]">) {
  const { token } = await params;
  const t = await getTranslations("setUp");
  if (!(await findSetUpLink(token))) {
    return (
      <Frame>
        <PageHeading title={t("title")} />
        <div className="max-w-measure">
          <Notice tone="warn">{t("linkGone")}</Notice>
        </div>
      </Frame>
    );
  }
  return (
    <Frame>
      <PageHeading title={t("title")} lead={t("lead")} />
      <ActionForm action={setUpAction} submit={t("submit")} hidden={{ token }}>
        <TextField name="name" label={t("name")} autoComplete="name" required />
        <TextField
          name="email"
          type="email"
          label={t("email")}
          hint={t("emailHint")}
          autoComplete="email"
          required
        />
        <ZoneField name="timeZone" label={t("zone")} defaultValue={GENEVA} required />
      </ActionForm>
    </Frame>
  );
}
