import { getTranslations } from "next-intl/server";
import { AnswerChanges } from "#components/decisions/answer-changes";
import { ChoicePanel } from "#components/decisions/choice-panel";
import { DecidedMeetings } from "#components/decisions/decided-meetings";
import { HeldSlots } from "#components/decisions/held-slots";
import { BrokenRules } from "#components/scheduling/broken-rules";
import { ButtonLink } from "#components/ui/button-link";
import { Notice } from "#components/ui/notice";
import { Section } from "#components/ui/section";
import { type ChoiceView, type OutcomeView, viewChoice } from "#lib/decisions/usecases/view-choice";
import type { Actor } from "#lib/people/domain/actor";
import { counting } from "#lib/waivers/domain/waiver";
import { forPage } from "#lib/web/page";
import { assentAction, confirmMeetingAction, holdSlotsAction, releaseHoldsAction } from "./choose/actions";
import { restoreSlotFindingAction, waiveSlotFindingsAction } from "./offer/actions";
import { Guard } from "../guard";
import { toBare } from "./rows";

type Props = { reference: string; actor: Actor };
type OutcomeProps = Props & { outcome: OutcomeView };

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

async function Meetings({ reference, actor, outcome }: OutcomeProps) {
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

async function Choice({ reference, actor, outcome }: OutcomeProps) {
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
      <Place choice={choice} />
      <AnswerChanges
        changes={choice.changes}
        hidden={choice.hiddenChanges}
        slots={choice.slots.map(toBare)}
        timeZone={actor.timeZone}
      />
      <ChoicePanel
        {...{ reference, timeZone: actor.timeZone, readerName: actor.name, action: assentAction }}
        choice={{
          ...choice,
          slots: choice.slots.map((slot) => ({ ...toBare(slot), findings: slot.findings })),
        }}
        speaksForIds={outcome.speaksForIds}
        asksReason={asksReason(choice)}
      />
      <Broken {...{ reference, actor, outcome }} />
      {held}
    </Section>
  );
}

/** Nobody has said why dates are taken that are not the first of the ranking (any more). */
const asksReason = ({ today, reason }: ChoiceView) => today !== null && today.rank !== 1 && reason === "";

/** The place in the ranking then and now, and the reason. */
async function Place({ choice: { rank, today, reason, decidedAt } }: { choice: ChoiceView }) {
  const t = await getTranslations("decisions.choice");
  return (
    <p className="mb-4">
      {t("rank", { rank: rank ?? 0, decided: decidedAt ? "yes" : "no" })}
      {today && (
        <span className={today.rank === rank ? undefined : "font-semibold"}>
          {" "}
          {t("rankNow", { rank: today.rank ?? 0 })}
        </span>
      )}
      {reason && <span dir="auto"> {t("reason", { reason })}</span>}
    </p>
  );
}

/** Rules that the slots put forward break and that nobody set aside: until then nobody can agree to them. */
async function Broken({ reference, actor, outcome: { seriesId, choice, mayWaive } }: OutcomeProps) {
  const t = await getTranslations("decisions.choice.broken");
  const slots = (choice?.slots ?? [])
    .map((slot) => ({ slot, findings: counting(slot.findings) }))
    .filter(({ findings }) => findings.length > 0);
  if (slots.length === 0) return null;
  return (
    <div className="mt-6">
      <Notice tone="bad" title={t("title", { count: slots.length })}>
        {t(mayWaive ? "waive" : "ask")}
      </Notice>
      {mayWaive && (
        <BrokenRules
          {...{ reference, seriesId, slots, timeZone: actor.timeZone }}
          actions={{ waive: waiveSlotFindingsAction, restore: restoreSlotFindingAction }}
        />
      )}
    </div>
  );
}
