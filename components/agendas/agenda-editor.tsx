"use client";

import { useTranslations } from "next-intl";
import { startTransition, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { Button } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import type { Agenda } from "#lib/agendas/domain/agenda";
import { type DraftItem, withMinutes } from "#lib/agendas/domain/draft";
import { placeFor } from "#lib/agendas/domain/order";
import type { Interval } from "#lib/kernel/interval";
import { AgendaFoot } from "./agenda-foot";
import { AgendaItems } from "./agenda-items";
import { AgendaList } from "./agenda-list";
import { SaveBar } from "./save-bar";
import { StaleNotice } from "./stale-notice";
import { type SaveAction, useAgendaForm } from "./use-agenda-form";

type Props = {
  agenda: Agenda;
  meeting: Interval;
  where: { readonly reference: string; readonly sequence: number; readonly readerId: string };
  /** The reader's zone. */
  timeZone: string;
  save: SaveAction;
};

/** An agenda that is edited where it is read: order, words, minutes; what is typed survives until it is saved. */
export function AgendaEditor({ agenda, meeting, where, timeZone, save }: Props) {
  const form = useAgendaForm(agenda, where, save);
  const isReady = useSyncExternalStore(
    subscribeToNothing,
    () => true,
    () => false,
  );
  const { items, change } = form;
  const { removed, remove, undo } = useRemoval(items, change);
  return (
    <>
      <form
        aria-busy={form.isSaving}
        onSubmit={(event) => {
          event.preventDefault();
          if (!form.isSaving) startTransition(form.run);
        }}
      >
        {form.isStale && (
          <StaleNotice {...{ agenda, meeting, timeZone }} onRebase={form.rebase} onDrop={form.drop} />
        )}
        {/* the bar below must not cover what has the focus */}
        <fieldset disabled={!isReady} className="min-w-0 [&_*]:scroll-mb-28">
          <AgendaItems
            {...{ items, meeting, timeZone }}
            errorsOf={form.errorsOf}
            onChange={change}
            onRemove={remove}
          />
          <Undo title={removed?.item.title ?? null} onUndo={undo} />
          <AgendaFoot
            {...{ meeting, timeZone }}
            items={withMinutes(items)}
            onAdd={(duty, title) => change(insert(items, { ...blankItem(), duty, title }))}
          />
        </fieldset>
        <SaveBar
          agenda={agenda}
          isDirty={form.draft !== null}
          isSaving={form.isSaving}
          isStale={form.isStale}
          answer={form.answer}
          onDrop={form.drop}
        />
      </form>
      <div className="hidden print:block">
        <AgendaList items={toRead(items)} meeting={meeting} timeZone={timeZone} />
      </div>
    </>
  );
}

/** Takes an item away, and puts the last one that went back where it was. */
function useRemoval(items: readonly DraftItem[], change: (items: readonly DraftItem[]) => void) {
  const [removed, setRemoved] = useState<{ item: DraftItem; index: number } | null>(null);
  return {
    removed,
    remove: (item: DraftItem) => {
      setRemoved({ item, index: items.indexOf(item) });
      change(items.filter((other) => other !== item));
    },
    undo: () => {
      if (!removed) return;
      change([...items.slice(0, removed.index), removed.item, ...items.slice(removed.index)]);
      setRemoved(null);
    },
  };
}

/** Says what went, and offers it back. */
function Undo({ title, onUndo }: { title: string | null; onUndo: () => void }) {
  const t = useTranslations("agendas");
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (title !== null) button.current?.focus();
  }, [title]);
  return (
    <div role="status" className="mt-2 empty:hidden">
      {title !== null && (
        <Notice tone="info">
          {t("removed", { title })}{" "}
          <Button ref={button} variant="quiet" onClick={onUndo}>
            {t("undo")}
          </Button>
        </Notice>
      )}
    </div>
  );
}

const subscribeToNothing = () => () => {};

function insert(items: readonly DraftItem[], item: DraftItem): DraftItem[] {
  const place = placeFor(item.duty, items);
  return [...items.slice(0, place), item, ...items.slice(place)];
}

const blankItem = (): DraftItem => ({
  ...{ key: `new-${crypto.randomUUID()}`, id: null, title: "", owner: "", minutes: "10" },
  ...{ documents: "", expectedOutcome: "", duty: null },
});

const toRead = (items: readonly DraftItem[]) =>
  withMinutes(items).map((item) => ({ ...item, documents: item.documents.split("\n").filter(Boolean) }));
