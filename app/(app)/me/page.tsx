import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { headers } from "next/headers";
import { PersonFields } from "#components/people/person-fields";
import { RoleList } from "#components/people/role-list";
import { SessionList } from "#components/people/session-list";
import { ActionForm } from "#components/ui/action-form";
import { ButtonLink } from "#components/ui/button-link";
import { PageHeading } from "#components/ui/page-heading";
import { Section } from "#components/ui/section";
import { listSessions } from "#lib/auth/sessions";
import { dayIn, GENEVA } from "#lib/kernel/zone";
import { showProfile } from "#lib/people/usecases/show-profile";
import { forPage } from "#lib/web/page";
import { requireActor } from "#lib/web/session";
import { endSessionAction, signOutEverywhereAction, updateProfileAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("me"))("title") };
}

export default async function MePage() {
  const t = await getTranslations("me");
  const availability = await getTranslations("availability");
  const cookie = (await headers()).get("cookie");
  const { person, sessions } = await forPage(async () => {
    const actor = await requireActor();
    return { person: await showProfile(actor), sessions: await listSessions(actor, cookie) };
  });
  return (
    <>
      <PageHeading title={t("title")} lead={t("lead", { email: person.email })} />
      <ActionForm
        key={person.version}
        action={updateProfileAction}
        submit={t("save")}
        hidden={{ version: person.version }}
      >
        <PersonFields person={person} />
      </ActionForm>
      <Section title={availability("link")} lead={availability("linkLead")}>
        <ButtonLink href="/me/availability">{availability("title")}</ButtonLink>
      </Section>
      <Section title={t("roles")} lead={t("rolesLead")}>
        <RoleList roles={person.roles} today={dayIn(new Date(), GENEVA)} />
      </Section>
      <Section title={t("sessions")} lead={t("sessionsLead")}>
        <SessionList sessions={sessions} timeZone={person.timeZone} end={endSessionAction} />
        <div className="mt-6">
          <ActionForm action={signOutEverywhereAction} submit={t("endAll")} variant="danger" />
        </div>
      </Section>
    </>
  );
}
