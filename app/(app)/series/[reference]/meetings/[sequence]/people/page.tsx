import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InvitingWords } from "#components/scheduling/inviting-words";
import { ButtonLink } from "#components/ui/button-link";
import { Empty } from "#components/ui/empty";
import { PageHeading } from "#components/ui/page-heading";
import { smallPollSchema } from "#lib/scheduling/schema";
import { viewInvitations } from "#lib/scheduling/usecases/view-invitations";
import { parseAddress } from "#lib/web/address";
import { forPage } from "#lib/web/page";
import { requireActor } from "#lib/web/session";
import { Guests, Reminders } from "../../../dates/people/guests";

type Props = PageProps<"/series/[reference]/meetings/[sequence]/people">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { sequence } = await params;
  return { title: (await getTranslations("changes.poll"))("peopleTitle", { sequence }) };
}

/** Who is asked about another time for a meeting, how far they are, and when they are reminded. */
export default async function SmallPeoplePage({ params }: Props) {
  const asked = await params;
  const { actor, view, poll } = await forPage(async () => {
    const actor = await requireActor();
    const poll = parseAddress(smallPollSchema, asked);
    return { actor, poll, view: await viewInvitations(actor, poll) };
  });
  const t = await getTranslations("changes.poll");
  const { reference, sequence } = poll;
  const timeZone = actor.timeZone;
  return (
    <InvitingWords>
      <PageHeading title={t("peopleTitle", { sequence })} lead={t("peopleLead")}>
        <ButtonLink href={`/series/${reference}/meetings/${sequence}#change`}>{t("toMeeting")}</ButtonLink>
      </PageHeading>
      {view.poll ? (
        <>
          <Guests {...{ view, poll }} />
          <Reminders {...{ view, poll, timeZone }} />
        </>
      ) : (
        <Empty title={t("notAsked")}>{t("notAskedText")}</Empty>
      )}
    </InvitingWords>
  );
}
