import { getTranslations } from "next-intl/server";
import { GuestTable } from "#components/scheduling/guest-table";
import { ReminderTimes } from "#components/scheduling/reminder-times";
import { Section } from "#components/ui/section";
import { addMinutes } from "#lib/kernel/interval";
import { clockIn, dayIn, GENEVA } from "#lib/kernel/zone";
import { dayValue } from "#lib/rules/domain/day-value";
import type { PollKey } from "#lib/scheduling/domain/which-poll";
import type { InvitationsView } from "#lib/scheduling/usecases/view-invitations";
import { changeLinkAction } from "../actions";
import { addReminderAction, removeInviteeAction, removeReminderAction, setRequiredAction } from "./actions";

type Props = { view: InvitationsView; poll: PollKey };

/** Everybody who is asked in a poll, with how far they are. */
export async function Guests({ view, poll }: Props) {
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
        {...{ poll, people, phase: view.phase }}
        {...{ mayRun: view.mayRun, mayEnter: view.mayEnter }}
        actions={{ link: changeLinkAction, required: setRequiredAction, remove: removeInviteeAction }}
      />
    </Section>
  );
}

/** When those are reminded whose answer can still change something; for co-chairs while the poll is open. */
export async function Reminders({ view, poll, timeZone }: Props & { timeZone: string }) {
  const small = await getTranslations("changes.poll");
  const t = await getTranslations("scheduling.reminding");
  const { closesAt } = view.poll ?? {};
  if (view.phase !== "open" || !view.mayRun || !closesAt) return null;
  const [before] = view.remindAt;
  const proposed = addMinutes(closesAt, (before ? -1 : -2) * 24 * 60);
  return (
    <Section title={t("title")} lead={poll.sequence === undefined ? t("lead") : small("remindLead")}>
      <ReminderTimes
        {...{ poll, timeZone, remindAt: view.remindAt }}
        proposedDay={dayIn(proposed, timeZone)}
        actions={{ add: addReminderAction, remove: removeReminderAction }}
      />
    </Section>
  );
}
