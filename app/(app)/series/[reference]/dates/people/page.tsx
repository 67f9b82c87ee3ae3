import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CsvInvitation } from "#components/scheduling/csv-invitation";
import { DoubleEntries } from "#components/scheduling/double-entries";
import { GeneralLink } from "#components/scheduling/general-link";
import { InvitingWords } from "#components/scheduling/inviting-words";
import { RoleOffers } from "#components/scheduling/role-offers";
import { ButtonLink } from "#components/ui/button-link";
import { Empty } from "#components/ui/empty";
import { PageHeading } from "#components/ui/page-heading";
import { Section } from "#components/ui/section";
import { type InvitationsView, viewInvitations } from "#lib/scheduling/usecases/view-invitations";
import { forPage } from "#lib/web/page";
import { requireActor } from "#lib/web/session";
import { Foresight } from "../foresight";
import { generalLinkAction, inviteByCsvAction, inviteByRoleAction, mergeInviteesAction } from "./actions";
import { Guests, Reminders } from "./guests";

type Props = PageProps<"/series/[reference]/dates/people">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("scheduling.inviting"))("title") };
}

/** Who is asked. A page of its own: for hundreds of people it is longer than the dates. */
export default async function PeoplePage({ params }: Props) {
  const { reference } = await params;
  const actor = await forPage(requireActor);
  const view = await forPage(() => viewInvitations(actor, { reference }));
  const t = await getTranslations("scheduling.inviting");
  return (
    <InvitingWords>
      <PageHeading title={t("title")} lead={t(`lead.${view.phase}`)}>
        <ButtonLink href={`/series/${reference}/dates`}>{t("toDates")}</ButtonLink>
      </PageHeading>
      {view.poll ? (
        <>
          <Guests view={view} poll={{ reference }} />
          {view.mayRun && <Foresight reference={reference} actor={actor} />}
          <Doubles view={view} />
          <Reminders view={view} poll={{ reference }} timeZone={actor.timeZone} />
          <Add view={view} />
        </>
      ) : (
        <Empty title={t("noPoll")}>{t("noPollText")}</Empty>
      )}
    </InvitingWords>
  );
}

async function Doubles({ view }: { view: InvitationsView }) {
  const t = await getTranslations("scheduling.inviting.doubles");
  const entry = (id: string) => {
    const person = view.people.find(({ inviteeId }) => inviteeId === id);
    return { id, name: person?.name ?? "", entity: person?.entity ?? "", state: person?.state ?? "none" };
  };
  const doubles = view.doubles.map(({ reason, ids: [first, second] }) => ({
    reason,
    entries: [entry(first), entry(second)] as const,
  }));
  if (doubles.length === 0) return null;
  return (
    <Section title={t("title", { count: doubles.length })} lead={t("lead")}>
      <DoubleEntries reference={view.series.reference} doubles={doubles} action={mergeInviteesAction} />
    </Section>
  );
}

async function Add({ view }: { view: InvitationsView }) {
  const t = await getTranslations("scheduling.inviting");
  const { phase, series, offers } = view;
  if (phase !== "draft" && phase !== "open") return null;
  const { reference } = series;
  return (
    <Section title={t("add")} lead={t(phase === "open" ? "addOpen" : "addDraft")}>
      <RoleOffers {...{ reference, sides: offers, open: phase === "open", action: inviteByRoleAction }} />
      <details className="mt-6">
        <summary className="min-h-11 cursor-pointer py-2 font-semibold">{t("csv.title")}</summary>
        <CsvInvitation reference={reference} action={inviteByCsvAction} />
      </details>
      {phase === "open" && view.mayRun && (
        <details className="mt-2">
          <summary className="min-h-11 cursor-pointer py-2 font-semibold">{t("general")}</summary>
          <GeneralLink reference={reference} exists={view.hasGeneralLink} action={generalLinkAction} />
        </details>
      )}
    </Section>
  );
}
