import { getTranslations } from "next-intl/server";
import { ChoicePanel } from "#components/decisions/choice-panel";
import { DecidedMeetings } from "#components/decisions/decided-meetings";
import { ButtonLink } from "#components/ui/button-link";
import { Section } from "#components/ui/section";
import { viewChoice } from "#lib/decisions/usecases/view-choice";
import type { Actor } from "#lib/people/domain/actor";
import { forPage } from "#lib/web/page";
import { assentAction, confirmMeetingAction } from "./choose/actions";
import { toBare } from "./rows";

/** What was put forward, and the meetings once it is decided. */
export async function Outcome({ reference, actor }: { reference: string; actor: Actor }) {
  const t = await getTranslations("decisions");
  const choice = await forPage(() => viewChoice(actor, reference));
  if (!choice) return null;
  const { timeZone } = actor;
  return (
    <>
      {choice.phase === "decided" && (
        <Section
          title={t("decided.title")}
          lead={t("decided.lead")}
          aside={<ButtonLink href={`/series/${reference}/meetings`}>{t("decided.toMeetings")}</ButtonLink>}
        >
          <DecidedMeetings
            {...{ reference, meetings: choice.meetings, timeZone, mayConfirm: choice.mayConfirm }}
            action={confirmMeetingAction}
          />
        </Section>
      )}
      <Section title={t("choice.title")} lead={t("choice.lead", { person: choice.proposedBy })}>
        <ChoicePanel
          {...{ reference, timeZone, readerName: actor.name, action: assentAction }}
          choice={{ ...choice, slots: choice.slots.map(toBare) }}
          speaksForIds={choice.speaksForIds}
        />
      </Section>
    </>
  );
}
