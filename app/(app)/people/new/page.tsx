import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PersonFields } from "#components/people/person-fields";
import { RoleFields } from "#components/people/role-fields";
import { ActionForm } from "#components/ui/action-form";
import { TextField } from "#components/ui/fields";
import { PageHeading } from "#components/ui/page-heading";
import { listOffers } from "#lib/people/usecases/show-person";
import { forPage } from "#lib/web/page";
import { requireActor } from "#lib/web/session";
import { invitePersonAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("invite") };
}

export default async function InvitePage() {
  const offers = await forPage(async () => listOffers(await requireActor()));
  const t = await getTranslations("people");
  return (
    <>
      <PageHeading title={t("invite")} lead={t("inviteLead")} />
      <ActionForm action={invitePersonAction} submit={t("inviteSubmit")}>
        <TextField name="email" type="email" label={t("email")} autoComplete="off" required />
        <PersonFields />
        <RoleFields offers={offers} />
      </ActionForm>
    </>
  );
}
