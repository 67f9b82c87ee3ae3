"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, type SubmitEvent, useEffect, useRef, useState } from "react";
import { Button, buttonClasses } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import { type Address, addToLists, type Aims, readAims, writeAims } from "#lib/decisions/domain/aims";
import type { RankingView } from "#lib/decisions/domain/ranking-view";
import type { WordKey } from "#lib/kernel/words";
import type { ActionState } from "#lib/web/action-state";
import { ChooserControls, type ControlFacts } from "./chooser-controls";
import { type ListedPerson, type ListedSlot, RequiredPeople, SlotWishes } from "./chooser-lists";
import type { Pair } from "./compare-pair";
import { PollAims } from "./poll-aims";
import { RankedRows } from "./ranked-rows";
import { useRanking } from "./use-ranking";

type Props = {
  reference: string;
  timeZone: string;
  aims: Aims;
  /** Those of the poll. */
  usual: Aims;
  aimsVersion: number;
  maySetAims: boolean;
  ranking: RankingView | null;
  refused: WordKey | null;
  facts: ControlFacts;
  slots: readonly ListedSlot[];
  people: readonly ListedPerson[];
  chosenSlotIds: readonly string[];
  mayPutForward: boolean;
  compared: Pair;
  actions: Record<
    "choose" | "hold" | "setAims",
    (previous: ActionState, form: FormData) => Promise<ActionState>
  >;
};

/**
 * The best series beside the controls that rank them anew while they move. Aims travel in the address. Without scripts
 * it is a form whose button asks for the page again.
 */
export function Chooser(props: Props) {
  const { reference, usual, facts, slots, people } = props;
  const t = useTranslations("decisions.chooser");
  const here = `/series/${reference}/dates/choose`;
  const [aims, setAims] = useState(props.aims);
  const { ask, cancel, ...found } = useRanking(`${here}/ranking`, props);

  const follow = (form: HTMLFormElement, pressed: Address = {}) => {
    const next = readAims(addToLists({ ...addressOf(form), ...pressed }, people), usual);
    setAims(next);
    const query = writeAims(next, usual);
    history.replaceState(null, "", query ? `${here}?${query}` : here);
    ask(query);
  };
  const onInput = (event: FormEvent<HTMLFormElement>) => {
    const { target } = event;
    const isSearch =
      target instanceof HTMLElement && ["person", "slot"].includes(target.getAttribute("name") ?? "");
    if (!isSearch) follow(event.currentTarget);
  };
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const pressed = event.submitter instanceof HTMLButtonElement ? event.submitter : null;
    follow(event.currentTarget, pressed?.name ? { [pressed.name]: pressed.value } : {});
  };
  return (
    <div className="grid gap-8 lg:grid-cols-[19rem_minmax(0,1fr)]">
      <div aria-busy={found.busy} className="min-w-0 lg:col-start-2 lg:row-start-1">
        <Progress progress={found.progress} onCancel={cancel} />
        {found.refused && <Refused refused={found.refused} />}
        {found.ranking && (
          <RankedRows {...props} ranking={found.ranking} aims={writeAims(aims, null)} stale={found.busy} />
        )}
      </div>
      <Folded title={t("controls")}>
        <form
          method="get"
          action={here}
          aria-label={t("controls")}
          onInput={onInput}
          onSubmit={onSubmit}
          className="grid content-start gap-5"
        >
          <input type="hidden" name="set" value="1" />
          <ChooserControls aims={aims} facts={facts} />
          <RequiredPeople people={people} aims={aims} />
          <SlotWishes slots={slots} aims={aims} />
          <button className={buttonClasses("secondary")}>{t("rank")}</button>
        </form>
        <PollAims
          {...{ reference, aims, usual }}
          version={props.aimsVersion}
          maySet={props.maySetAims}
          action={props.actions.setAims}
        />
      </Folded>
    </div>
  );
}

/** Beside the series on a wide screen; below them and folded on a narrow one. */
function Folded({ title, children }: { title: string; children: ReactNode }) {
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (box.current && !matchMedia("(min-width: 64rem)").matches) box.current.open = false;
  }, []);
  return (
    <details ref={box} open className="no-print lg:col-start-1 lg:row-start-1">
      <summary className="mb-2 min-h-11 cursor-pointer py-2 font-semibold">{title}</summary>
      {children}
    </details>
  );
}

function addressOf(form: HTMLFormElement): Address {
  const values = new FormData(form);
  const names = [...new Set(values.keys())];
  return Object.fromEntries(names.map((name) => [name, values.getAll(name).map(String)]));
}

function Refused({ refused }: { refused: WordKey }) {
  const t = useTranslations();
  return <Notice tone="warn">{t(refused)}</Notice>;
}

/** Space is kept for it, so that nothing jumps. */
function Progress({ progress, onCancel }: { progress: number | null; onCancel: () => void }) {
  const t = useTranslations("decisions.chooser");
  return (
    <div role="status" className="no-print mb-2 flex min-h-11 items-center gap-3">
      {progress !== null && (
        <>
          <progress value={progress} max={1} aria-label={t("progress")} className="h-2 w-40 accent-accent" />
          <span className="text-muted tabular-nums">{t("share", { share: Math.round(progress * 100) })}</span>
          <Button variant="quiet" onClick={onCancel}>
            {t("cancel")}
          </Button>
        </>
      )}
    </div>
  );
}
