import { getTranslations } from "next-intl/server";
import { AnswerChanges } from "#components/decisions/answer-changes";
import { ChoicePanel } from "#components/decisions/choice-panel";
import { DecidedMeetings } from "#components/decisions/decided-meetings";
import { HeldSlots } from "#components/decisions/held-slots";
import { ButtonLink } from "#components/ui/button-link";
import { Section } from "#components/ui/section";
import { type OutcomeView, viewChoice } from "#lib/decisions/usecases/view-choice";
import type { Actor } from "#lib/people/domain/actor";
import { forPage } from "#lib/web/page";
import { assentAction, confirmMeetingAction, holdSlotsAction, releaseHoldsAction } from "./choose/actions";
import { Guard } from "../guard";
import { toBare } from "./rows";

type Props = { reference: string; actor: Actor };

/** What was put forward, and the meetings once it is decided. */
export async function Outcome({ reference, actor }: Props) {
  const outcome = await forPage(() => viewChoice(actor, reference));
  return (
    <>
      {outcome.phase === "decided" && <Meetings {...{ reference, actor, outcome }} />}
      {outcome.phase === "closed" && !outcome.choice && outcome.mayRank && <ToChoose reference={reference} />}
      <Choice {...{ reference, actor, outcome }} />
      <Guard {...{ reference, actor }} slots={outcome.choice?.slots ?? []} />
    </>
  );
}

/** The next step while nothing is put forward. */
async function ToChoose({ reference }: { reference: string }) {
  const t = await getTranslations("decisions.chooser");
  return (
    <Section title={t("next")} lead={t("lead")}>
      <ButtonLink href={`/series/${reference}/dates/choose`} variant="primary">
        {t("toChoose")}
      </ButtonLink>
    </Section>
  );
}

async function Meetings({ reference, actor, outcome }: Props & { outcome: OutcomeView }) {
  const t = await getTranslations("decisions.decided");
  return (
    <Section
      title={t("title")}
      lead={t("lead")}
      aside={
        <span className="flex flex-wrap gap-2">
          <ButtonLink href={`/series/${reference}/dates/decision`}>{t("toRecord")}</ButtonLink>
          <ButtonLink href={`/series/${reference}/meetings`}>{t("toMeetings")}</ButtonLink>
          <ButtonLink href={`/series/${reference}/announcements`}>{t("toNotice")}</ButtonLink>
        </span>
      }
    >
      <DecidedMeetings
        {...{ reference, meetings: outcome.meetings, timeZone: actor.timeZone }}
        mayConfirm={outcome.mayConfirm}
        action={confirmMeetingAction}
      />
    </Section>
  );
}

async function Choice({ reference, actor, outcome }: Props & { outcome: OutcomeView }) {
  const t = await getTranslations("decisions.choice");
  const { choice, heldSlotIds, mayHold } = outcome;
  const held = mayHold && (
    <HeldSlots
      reference={reference}
      held={heldSlotIds.length}
      toHold={choice?.slotIds.filter((id) => !heldSlotIds.includes(id)) ?? []}
      actions={{ hold: holdSlotsAction, release: releaseHoldsAction }}
    />
  );
  if (!choice) return heldSlotIds.length > 0 ? held || null : null;
  return (
    <Section
      title={t("title")}
      lead={t("lead", { person: choice.proposedBy })}
      aside={
        outcome.mayRank && (
          <ButtonLink href={`/series/${reference}/dates/choose`}>{t("toRanking")}</ButtonLink>
        )
      }
    >
      <p className="mb-4">
        {choice.rank === null ? t("noRank") : t("rank", { rank: choice.rank })}
        {choice.reason && <span dir="auto"> {t("reason", { reason: choice.reason })}</span>}
      </p>
      <AnswerChanges
        changes={choice.changes}
        hidden={choice.hiddenChanges}
        slots={choice.slots.map(toBare)}
        timeZone={actor.timeZone}
      />
      <ChoicePanel
        {...{ reference, timeZone: actor.timeZone, readerName: actor.name, action: assentAction }}
        choice={{ ...choice, slots: choice.slots.map(toBare) }}
        speaksForIds={outcome.speaksForIds}
      />
      {held}
    </Section>
  );
}
