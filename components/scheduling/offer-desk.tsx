"use client";

import { useTranslations } from "next-intl";
import { useActionState, useCallback, useMemo, useState } from "react";
import { Section } from "#components/ui/section";
import { isSideMeeting } from "#lib/calendars/domain/lay-over";
import { overlaps } from "#lib/kernel/interval";
import { checkSlot, type SlotContext } from "#lib/scheduling/domain/findings";
import type { StagedSlot } from "#lib/scheduling/domain/generate-slots";
import type { OfferDraft } from "#lib/scheduling/domain/offer-draft";
import type { ActionState } from "#lib/web/action-state";
import { GenerateForm, type GenerationText } from "./generate-form";
import { NOTHING_READ, PasteForm, type PastedState } from "./paste-form";
import { type Band, type BareSlot, type CheckedSlot, keyOf, keyOfStaged, mergeStaged } from "./staged";
import { StagedSlots } from "./staged-slots";
import { useOfferDraft } from "./use-offer-draft";
import { WeekGrid } from "./week-grid";

type Action = (previous: ActionState, form: FormData) => Promise<ActionState>;

type Props = {
  reference: string;
  /** Names what this reader makes here, in the reader's browser. */
  draftId: string;
  /** The reader's zone. */
  timeZone: string;
  now: Date;
  /** How many slots more the poll takes. */
  room: number;
  offered: readonly BareSlot[];
  bands: readonly Band[];
  context: SlotContext;
  /** The form that generates, as it is filled in at first, and what came of it without scripts. */
  generation: GenerationText;
  generated: readonly StagedSlot[];
  actions: {
    readonly offer: Action;
    readonly read: (previous: PastedState, form: FormData) => Promise<PastedState>;
  };
};

/**
 * Where slots are made before they are offered: drawn on a week, generated, or pasted. Until the one button below the
 * list is pressed they are kept in this browser alone.
 */
export function OfferDesk(props: Props) {
  const { timeZone, now, offered, context, actions, reference } = props;
  const t = useTranslations("offering");
  const [read, runRead, reading] = useActionState(actions.read, NOTHING_READ);
  const [kept, setStaged] = useState(() => mergeStaged(props.generated, read.pasted.slots));
  const [added, setAdded] = useState(read);
  if (added !== read) {
    setAdded(read);
    setStaged((before) => mergeStaged(before, read.pasted.slots));
  }
  const onOffer = useMemo(
    () => new Set(offered.map(({ startsAt, lengthMinutes }) => keyOf(startsAt, lengthMinutes))),
    [offered],
  );
  const staged = useMemo(
    () => kept.filter((slot) => !onOffer.has(keyOfStaged(slot))).map((slot) => withFindings(slot, context)),
    [kept, onOffer, context],
  );
  const [reason, setReason] = useState("");
  const putBack = useCallback((draft: OfferDraft) => {
    setStaged((before) => mergeStaged(before, draft.slots));
    setReason(draft.reason);
  }, []);
  const draft = useOfferDraft(props.draftId, { slots: staged, reason }, putBack);
  const add = (more: readonly StagedSlot[]) => setStaged((before) => mergeStaged(before, more));
  const remove = (gone: readonly StagedSlot[]) => {
    const keys = new Set(gone.map(keyOfStaged));
    setStaged((before) => before.filter((slot) => !keys.has(keyOfStaged(slot))));
  };
  return (
    <>
      <Section title={t("draw.title")} lead={t("draw.lead")}>
        <WeekGrid {...{ timeZone, now, context, offered, staged, add, remove }} bands={props.bands} />
      </Section>
      <Section title={t("generate.title")} lead={t("generate.lead")}>
        <GenerateForm
          filled={props.generation}
          limits={{
            now,
            taken: [...offered.map(toStart), ...staged],
            isOwnMeeting: (span) => isSideMeeting(span, context.calendars),
          }}
          onMade={add}
        />
      </Section>
      <Section title={t("paste.title")} lead={t("paste.lead")}>
        <PasteForm {...{ reference, timeZone }} state={read} read={runRead} pending={reading} />
      </Section>
      <StagedSlots
        {...{ reference, timeZone, staged, remove, reason, draft }}
        onReason={setReason}
        room={props.room}
        overlapping={countOverlaps(staged, offered)}
        action={actions.offer}
      />
    </>
  );
}

function withFindings(slot: StagedSlot, context: SlotContext): CheckedSlot {
  const findings = checkSlot(slot, context);
  return { ...slot, findings, isBroken: findings.some(({ severity }) => severity === "fail") };
}

const toStart = ({ startsAt, lengthMinutes }: BareSlot) => ({ start: new Date(startsAt), lengthMinutes });

function countOverlaps(staged: readonly StagedSlot[], offered: readonly BareSlot[]): number {
  const spans = offered.map(({ startsAt, lengthMinutes }) => ({
    start: new Date(startsAt),
    end: new Date(startsAt + lengthMinutes * 60_000),
  }));
  return staged.filter((slot) => spans.some((span) => overlaps(slot, span))).length;
}
