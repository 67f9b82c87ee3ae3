import type { WhichPoll } from "#lib/scheduling/domain/which-poll";
import type { Invitation } from "./invite-people.ts";

/** The text of the mail that asks people: of a small poll it names the meeting, else it is the usual one. */
export function invitationWords({ sequence }: WhichPoll): Pick<Invitation, "subject" | "words" | "values"> {
  if (sequence === undefined) return {};
  return { subject: "changes.poll.mail.subject", words: "changes.poll.mail.text", values: { sequence } };
}
