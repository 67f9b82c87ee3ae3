import { getTranslations } from "next-intl/server";
import { AskedTimes } from "#components/changes/asked-times";
import { AskForm } from "#components/changes/ask-form";
import { ChangeForm } from "#components/changes/change-form";
import { Missed } from "#components/changes/missed";
import { OldAndNew, OpenChange } from "#components/changes/open-change";
import { ActionForm } from "#components/ui/action-form";
import { TextArea } from "#components/ui/fields";
import { Section } from "#components/ui/section";
import { type ChangesView, viewChanges } from "#lib/changes/usecases/view-changes";
import type { Actor } from "#lib/people/domain/actor";
import { isCoChair } from "#lib/series/domain/policy";
import { forPage } from "#lib/web/page";
import {
  askForAnotherTimeAction,
  assentToChangeAction,
  endAskingAction,
  putChangeForwardAction,
  takeChangeBackAction,
} from "./change-actions";

type Props = { reference: string; sequence: number; actor: Actor };

/** What is put forward and was decided about the time of a meeting, and for co-chairs the way to change it. */
export async function Changes({ reference, sequence, actor }: Props) {
  const t = await getTranslations("changes");
  const view = await forPage(() => viewChanges(actor, { reference, sequence }));
  const { open, asked, decided, mayPropose, speaksForIds } = view;
  if (!open && !asked && decided.length === 0 && !mayPropose) return null;
  return (
    <Section title={t("title")} id="change" lead={open ? t("openLead") : undefined}>
      {open && (
        <OpenChange
          {...{ reference, timeZone: actor.timeZone, change: open, speaksForIds, mayTakeBack: mayPropose }}
          actions={{ assent: assentToChangeAction, takeBack: takeChangeBackAction }}
        />
      )}
      {asked && (
        <AskedTimes
          {...{ reference, asked, timeZone: actor.timeZone, meeting: view.meeting }}
          ownGroup={mayPropose ? ownGroupOf(view, actor) : null}
          actions={{ choose: putChangeForwardAction, end: endAskingAction }}
        />
      )}
      {mayPropose && <Propose view={view} actor={actor} />}
      {decided.map((change) => (
        <div key={change.id} className="mt-4 border-s-4 border-control ps-3">
          <OldAndNew change={change} timeZone={actor.timeZone} />
          <p dir="auto">{t("open.reason", { person: change.proposedBy, reason: change.reason })}</p>
          {change.aside && (
            <>
              <Missed missed={change.aside.missed} />
              <p dir="auto">{t("open.aimsReason", { reason: change.aside.reason })}</p>
            </>
          )}
        </div>
      ))}
    </Section>
  );
}

const ownGroupOf = ({ series }: ChangesView, actor: Actor) =>
  series.sides.find(({ id }) => isCoChair(actor, series, id))?.group.reference ?? "";

async function Propose({ view, actor }: { view: ChangesView; actor: Actor }) {
  const t = await getTranslations("changes");
  const { series, meeting, others, context } = view;
  const { reference } = series;
  const own = ownGroupOf(view, actor);
  const groups = series.sides.map(({ group }) => group.reference);
  const freeSlots = view.freeSlots.map(({ id, start, end, lengthMinutes, total }) => ({
    ...{ id, start, end, lengthMinutes, sides: total.sides },
  }));
  return (
    <>
      {!view.asked && view.aims && (
        <details className="mt-4">
          <summary className="min-h-11 cursor-pointer py-2 font-semibold">{t("poll.ask")}</summary>
          <AskForm
            {...{ reference, meeting, freeSlots, groups, timeZone: actor.timeZone }}
            action={askForAnotherTimeAction}
          />
        </details>
      )}
      <details className="mt-4">
        <summary className="min-h-11 cursor-pointer py-2 font-semibold">{t("move")}</summary>
        <ChangeForm
          {...{ reference, meeting, others, context }}
          timeZone={actor.timeZone}
          freeSlots={freeSlots}
          aims={view.aims}
          sides={series.sides.map(({ letter, group }) => ({ letter, group: group.reference }))}
          ownGroup={own}
          isPrimary={view.open === null && view.asked === null}
          action={putChangeForwardAction}
        />
      </details>
      <details>
        <summary className="min-h-11 cursor-pointer py-2 font-semibold">{t("cancel")}</summary>
        <ActionForm
          action={putChangeForwardAction}
          submit={t("submitCancel", { group: own })}
          variant="danger"
          hidden={{ reference, sequence: meeting.sequence, version: meeting.version, kind: "cancel" }}
        >
          <TextArea name="reason" label={t("form.reason")} hint={t("form.reasonHint")} required rows={2} />
        </ActionForm>
      </details>
    </>
  );
}
