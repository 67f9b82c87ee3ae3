"use client";

import { useTranslations } from "next-intl";
import {
  type FormEvent,
  type ReactNode,
  type SubmitEvent,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { buttonClasses } from "#components/ui/button";
import { type Address, addToLists, type Aims, readAims, writeAims } from "#lib/decisions/domain/aims";
import type { RankingView } from "#lib/decisions/domain/ranking-view";
import { readSlots } from "#lib/decisions/domain/slot-list";
import type { WordKey } from "#lib/kernel/words";
import type { ActionState } from "#lib/web/action-state";
import { ChooserControls, type ControlFacts } from "./chooser-controls";
import { type ListedPerson, RequiredPeople, SlotWishes } from "./chooser-lists";
import type { Pair } from "./compare-pair";
import { PollAims } from "./poll-aims";
import { RankedRows } from "./ranked-rows";
import { SearchState } from "./search-state";
import { usePeople } from "./use-people";
import { useRanking } from "./use-ranking";

type Props = {
  reference: string;
  timeZone: string;
  aims: Aims;
  /** Those of the poll. */
  usual: Aims;
  aimsVersion: number;
  maySetAims: boolean;
  /** Null when it is refused, or not found yet: then the browser asks for it. */
  ranking: RankingView | null;
  refused: WordKey | null;
  facts: ControlFacts;
  /** As {@link writeSlots} says it. */
  slots: string;
  /** Those of the aims; others are found by name. */
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
  const { reference, usual, facts } = props;
  const t = useTranslations("decisions.chooser");
  const here = `/series/${reference}/dates/choose`;
  const [aims, setAims] = useState(props.aims);
  const queryOf = (looked: Aims) => writeAims(looked, usual);
  const { ask, search, cancel, ...found } = useRanking(
    (looked) => `${here}/ranking?${queryOf(looked)}`,
    props,
  );

  const { people, find, suggest } = usePeople(`${here}/people`, props.people);
  const slots = useMemo(() => readSlots(props.slots), [props.slots]);
  const [unclear, setUnclear] = useState<string | null>(null);

  const follow = async (address: Address) => {
    const name = address["add"] === "required" ? String(address["person"] ?? "").trim() : "";
    const known = name ? await find(name) : people;
    const next = readAims(addToLists(address, known), usual);
    setUnclear(name && known.filter((person) => isCalled(person, name)).length !== 1 ? name : null);
    setAims(next);
    const query = queryOf(next);
    history.replaceState(null, "", query ? `${here}?${query}` : here);
    ask(next);
  };
  return (
    <div className="grid gap-8 lg:grid-cols-[19rem_minmax(0,1fr)]">
      <div aria-busy={found.busy} className="min-w-0 lg:col-start-2 lg:row-start-1">
        <SearchState
          found={found}
          onCancel={cancel}
          onAgain={() => search(aims)}
          whole={`${here}?${[queryOf(props.aims), "wait=1"].filter(Boolean).join("&")}`}
        />
        {found.ranking && (
          <RankedRows
            {...props}
            ranking={found.ranking}
            aims={writeAims(found.aims, null)}
            stale={found.busy}
          />
        )}
      </div>
      <Folded title={t("controls")}>
        <ControlForm action={here} label={t("controls")} onFollow={(address) => void follow(address)}>
          <ChooserControls aims={aims} facts={facts} />
          <RequiredPeople {...{ people, aims, unclear }} onName={suggest} />
          <SlotWishes slots={slots} aims={aims} />
          <button className={buttonClasses("secondary")}>{t("rank")}</button>
        </ControlForm>
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

const isCalled = (person: ListedPerson, name: string) => person.name.toLowerCase() === name.toLowerCase();

type FormProps = {
  action: string;
  label: string;
  onFollow: (address: Address) => void;
  children: ReactNode;
};

/** A form that says what stands in it whenever that changes. Without scripts its button asks for the page again. */
function ControlForm({ action, label, onFollow, children }: FormProps) {
  const onInput = (event: FormEvent<HTMLFormElement>) => {
    const { target, currentTarget } = event;
    const isSearch =
      target instanceof HTMLElement && ["person", "slot"].includes(target.getAttribute("name") ?? "");
    if (!isSearch) onFollow(addressOf(currentTarget));
  };
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const pressed = event.submitter instanceof HTMLButtonElement ? event.submitter : null;
    onFollow({
      ...addressOf(event.currentTarget),
      ...(pressed?.name && { [pressed.name]: pressed.value }),
    });
  };
  return (
    <form
      method="get"
      action={action}
      aria-label={label}
      onInput={onInput}
      onSubmit={onSubmit}
      className="grid content-start gap-5"
    >
      <input type="hidden" name="set" value="1" />
      <noscript>
        <input type="hidden" name="wait" value="1" />
      </noscript>
      <button tabIndex={-1} aria-hidden="true" className="sr-only" />{" "}
      {/* what Enter presses in any other field */}
      {children}
    </form>
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
