"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type SubmitEvent, useState } from "react";
import { Button, buttonClasses } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import { type Address, type Aims, readAims, writeAims } from "#lib/decisions/domain/aims";
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
  const { reference, usual, facts, slots, people, timeZone } = props;
  const t = useTranslations("decisions.chooser");
  const here = `/series/${reference}/dates/choose`;
  const [aims, setAims] = useState(props.aims);
  const { ask, cancel, ...found } = useRanking(`${here}/ranking`, props);

  const follow = (form: HTMLFormElement, up?: string) => {
    const next = readAims(addressOf(form, up), usual);
    setAims(next);
    const query = writeAims(next, usual);
    history.replaceState(null, "", query ? `${here}?${query}` : here);
    ask(query);
  };
  const onInput = (event: FormEvent<HTMLFormElement>) => follow(event.currentTarget);
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const pressed = event.submitter instanceof HTMLButtonElement ? event.submitter.value : "";
    follow(event.currentTarget, pressed);
  };
  return (
    <div className="grid gap-8 lg:grid-cols-[19rem_minmax(0,1fr)]">
      <div className="no-print">
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
          <SlotWishes slots={slots} aims={aims} timeZone={timeZone} />
          <button className={buttonClasses("secondary")}>{t("rank")}</button>
        </form>
        <PollAims
          {...{ reference, aims, usual }}
          version={props.aimsVersion}
          maySet={props.maySetAims}
          action={props.actions.setAims}
        />
      </div>
      <div aria-busy={found.busy}>
        <Progress progress={found.progress} onCancel={cancel} />
        {found.refused && <Refused refused={found.refused} />}
        {found.ranking && (
          <RankedRows {...props} ranking={found.ranking} aims={writeAims(aims, null)} stale={found.busy} />
        )}
      </div>
    </div>
  );
}

function addressOf(form: HTMLFormElement, up?: string): Address {
  const values = new FormData(form);
  const names = [...new Set(values.keys())];
  const address = Object.fromEntries(names.map((name) => [name, values.getAll(name).map(String)]));
  return up ? { ...address, up } : address;
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
