import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CsvInvitation } from "#components/scheduling/csv-invitation";
import { DoubleEntries } from "#components/scheduling/double-entries";
import { GeneralLink } from "#components/scheduling/general-link";
import { GuestTable } from "#components/scheduling/guest-table";
import { InvitingWords } from "#components/scheduling/inviting-words";
import { ReminderTimes } from "#components/scheduling/reminder-times";
import { RoleOffers } from "#components/scheduling/role-offers";
import { ButtonLink } from "#components/ui/button-link";
import { Empty } from "#components/ui/empty";
import { PageHeading } from "#components/ui/page-heading";
import { Section } from "#components/ui/section";
import { addMinutes } from "#lib/kernel/interval";
import { clockIn, dayIn, GENEVA } from "#lib/kernel/zone";
import { dayValue } from "#lib/rules/domain/day-value";
import { type InvitationsView, viewInvitations } from "#lib/scheduling/usecases/view-invitations";
import { forPage } from "#lib/web/page";
import { requireActor } from "#lib/web/session";
import { changeLinkAction } from "../actions";
import { Foresight } from "../foresight";
import {
  addReminderAction,
  generalLinkAction,
  inviteByCsvAction,
  inviteByRoleAction,
  mergeInviteesAction,
  removeInviteeAction,
  removeReminderAction,
  setRequiredAction,
} from "./actions";

type Props = PageProps<"/series/[reference]/dates/people">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("scheduling.inviting"))("title") };
}

/** Who is asked. A page of its own: for hundreds of people it is longer than the dates. */
export default async function PeoplePage({ params }: Props) {
  const { reference } = await params;
  const actor = await forPage(requireActor);
  const view = await forPage(() => viewInvitations(actor, reference));
  const t = await getTranslations("scheduling.inviting");
  return (
    <InvitingWords>
      <PageHeading title={t("title")} lead={t(`lead.${view.phase}`)}>
        <ButtonLink href={`/series/${reference}/dates`}>{t("toDates")}</ButtonLink>
      </PageHeading>
      {view.poll ? (
        <>
          <Guests view={view} />
          {view.mayRun && <Foresight reference={reference} actor={actor} />}
          <Doubles view={view} />
          <Reminders view={view} timeZone={actor.timeZone} />
          <Add view={view} />
        </>
      ) : (
        <Empty title={t("noPoll")}>{t("noPollText")}</Empty>
      )}
    </InvitingWords>
  );
}

async function Guests({ view }: { view: InvitationsView }) {
  const t = await getTranslations("scheduling.inviting");
  const answered = view.people.filter(({ state }) => state !== "none").length;
  const people = view.people.map(({ answeredAt, enteredBy, ...person }) => ({
    ...person,
    entered:
      enteredBy !== null && answeredAt
        ? t("enteredBy", {
            ...{ name: enteredBy, clock: clockIn(answeredAt, GENEVA) },
            day: dayValue(dayIn(answeredAt, GENEVA)),
          })
        : "",
  }));
  return (
    <Section
      title={t("guests", { count: people.length })}
      lead={view.phase === "draft" ? t("guestsDraft") : t("guestsLead", { answered, asked: people.length })}
    >
      <GuestTable
        {...{ reference: view.series.reference, people, phase: view.phase }}
        {...{ mayRun: view.mayRun, mayEnter: view.mayEnter }}
        actions={{ link: changeLinkAction, required: setRequiredAction, remove: removeInviteeAction }}
      />
    </Section>
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

async function Reminders({ view, timeZone }: { view: InvitationsView; timeZone: string }) {
  const t = await getTranslations("scheduling.reminding");
  const { closesAt } = view.poll ?? {};
  if (view.phase !== "open" || !view.mayRun || !closesAt) return null;
  const [before] = view.remindAt;
  const proposed = addMinutes(closesAt, (before ? -1 : -2) * 24 * 60);
  return (
    <Section title={t("title")} lead={t("lead")}>
      <ReminderTimes
        {...{ reference: view.series.reference, timeZone, remindAt: view.remindAt }}
        proposedDay={dayIn(proposed, timeZone)}
        actions={{ add: addReminderAction, remove: removeReminderAction }}
      />
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
