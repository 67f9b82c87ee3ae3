import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PersonFacts } from "#components/people/person-facts";
import { RoleFields } from "#components/people/role-fields";
import { RoleList } from "#components/people/role-list";
import { ActionForm } from "#components/ui/action-form";
import { TextField } from "#components/ui/fields";
import { PageHeading } from "#components/ui/page-heading";
import { Section } from "#components/ui/section";
import { dayIn, GENEVA } from "#lib/kernel/zone";
import { showPerson } from "#lib/people/usecases/show-person";
import { forPage } from "#lib/web/page";
import { requireActor } from "#lib/web/session";
import { changeAddressAction, endRoleAction, giveRoleAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("onePerson") };
}

export default async function PersonPage({ params }: PageProps<"/people/[id]">) {
  const { id } = await params;
  const { person, offers, endable, mayChangeAddress } = await forPage(async () =>
    showPerson(await requireActor(), id),
  );
  const t = await getTranslations("people");
  const today = dayIn(new Date(), GENEVA);
  return (
    <>
      <PageHeading title={[person.honorific, person.name].filter(Boolean).join(" ")} />
      <PersonFacts person={person} />
      <Section title={t("roles")}>
        <RoleList roles={person.roles} today={today} end={{ ids: endable, action: endRoleAction }} />
      </Section>
      <Section title={t("giveRole")} lead={t("giveRoleLead")}>
        <ActionForm
          key={person.roles.length}
          action={giveRoleAction}
          submit={t("giveSubmit")}
          hidden={{ personId: person.id }}
        >
          <RoleFields offers={offers} />
          <TextField name="fromDay" type="date" label={t("firstDay")} defaultValue={today} required />
          <TextField name="toDay" type="date" label={t("lastDay")} hint={t("openEnd")} />
        </ActionForm>
      </Section>
      {mayChangeAddress && (
        <Section title={t("address.title")} lead={t("address.lead")}>
          <ActionForm
            key={person.version}
            action={changeAddressAction}
            submit={t("address.submit")}
            variant="secondary"
            hidden={{ personId: person.id, version: person.version }}
          >
            <TextField name="email" type="email" label={t("address.label")} autoComplete="off" required />
          </ActionForm>
        </Section>
      )}
    </>
  );
}
