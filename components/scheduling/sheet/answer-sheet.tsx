"use client";

import { useLocale } from "next-intl";
import { useActionState, useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { ZonePlan } from "#lib/availability/domain/zone-plan";
import { compareSlots } from "#lib/scheduling/domain/draft";
import { groupByDay, type SheetClock, type SheetSlot } from "#lib/scheduling/domain/sheet";
import type { SheetSettings, SheetView } from "#lib/scheduling/domain/sheet-settings";
import { type ActionState, IDLE } from "#lib/web/action-state";
import { AnswerGrid } from "./answer-grid";
import { AnswerStore, type Answers } from "./answer-store";
import { CalendarFile } from "./calendar-file";
import { ChangedSlots } from "./changed-slots";
import { NoteField } from "./note-field";
import { NoteStore } from "./note-store";
import { SaveBar } from "./save-bar";
import { SheetTools } from "./sheet-tools";
import { SlotDetail } from "./slot-detail";
import { useDraft } from "./use-draft";
import { useOtherWindows } from "./use-other-windows";
import { FORM_ID, useSave } from "./use-save";
import { useWide } from "./use-wide";

export type SheetProps = {
  /** What says who answers: the token of the link, or the reference of the series. */
  by: Readonly<Record<string, string>>;
  /** Names the sheet in the reader's browser. */
  sheetId: string;
  slots: readonly SheetSlot[];
  withdrawn: readonly SheetSlot[];
  slotsVersion: number;
  version: number;
  answers: Answers;
  /** What the profile proposes for slots without an answer. */
  proposals: Answers;
  /** What was answered to such times in the poll before. */
  likeBefore: Answers;
  note: string;
  plan: ZonePlan;
  /** When it was last saved, in words; empty before. */
  saved: string;
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
};

type Props = SheetProps & { settings: SheetSettings; onView: (view: SheetView) => void };

/** Classes alone make a grid or a list of the same fields: nothing jumps when scripts arrive. */
const LOOKS = {
  grid: "sheet-form sheet-as-grid",
  list: "sheet-form sheet-as-list",
  width: "sheet-form sheet-by-width",
} as const;

/** The slots on the reader's clock with their answers. Everything works before a script has loaded. */
export function AnswerSheet(props: Props) {
  const { slots, settings } = props;
  const ids = useMemo(() => slots.map(({ id }) => id), [slots]);
  const clock = useClock(props);
  const days = useMemo(() => groupByDay(slots, clock), [slots, clock]);
  const { store, note, run, save, draft, shown } = useSheet(props, ids);
  const changes = compareSlots(shown, slots, props.withdrawn);
  const newIds = useMemo(() => new Set(ids.filter((id) => !shown.includes(id))), [ids, shown]);
  const [painting, setPainting] = useState(false);
  const [current, setCurrent] = useState("");
  const ready = useReady();
  const wide = useWide();
  const view = settings.view ?? (wide ? "grid" : "list");
  return (
    <form id={FORM_ID} className={LOOKS[settings.view ?? "width"]} action={run} onSubmit={save.onSubmit}>
      {Object.entries(props.by).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="slotsVersion" value={props.slotsVersion} />
      <input type="hidden" name="version" value={props.version} />
      <input type="hidden" name="seen" value={ids.join(" ")} />
      <input type="hidden" name="noteFrom" value={props.note} />
      <ChangedSlots changes={changes} clock={clock} />
      <SheetTools
        {...{ store, ids, painting, view, likeBefore: props.likeBefore }}
        onPainting={setPainting}
        onView={props.onView}
      />
      <AnswerGrid {...{ days, ready, view, painting, newIds, store }} onSlot={setCurrent} />
      <SlotDetail days={days} id={current} />
      <CalendarFile slots={slots} home={clock.plan.home} store={store} />
      <NoteField note={note} onInput={draft.write} />
      <SaveBar
        {...{ store, note, save, ready, saved: props.saved }}
        restored={draft.restored}
        onDiscard={draft.discard}
      />
    </form>
  );
}

/** The clock of the sheet: the zone that was chosen, or those of the profile. */
function useClock({ plan, settings }: Props): SheetClock {
  const locale = useLocale();
  return useMemo(() => {
    const { timeZone, beside, clock, weekStart } = settings;
    const own = timeZone ? { home: timeZone, stays: [] } : plan;
    return { plan: own, beside, clock, weekStart, locale };
  }, [plan, settings, locale]);
}

/** The answers, how they are saved, and what is kept until they are. */
function useSheet(props: Props, ids: readonly string[]) {
  const { answers, version, sheetId, note: savedNote } = props;
  const [first, run] = useActionState(props.action, IDLE);
  const typed = first.status === "refused" ? first.typed : null;
  const { proposals } = props;
  const [store] = useState(
    () => new AnswerStore(ids, answers, { proposals, typed: typed ? answersIn(typed) : undefined }),
  );
  const [shown, setShown] = useState<readonly string[]>(() => seenIn(typed?.["seen"]) ?? ids);
  const [note] = useState(
    () => new NoteStore(savedNote, typed ? { typed: typed["note"], from: typed["noteFrom"] } : {}),
  );
  const held = useDraft({ id: sheetId, version, slotIds: shown }, { store, note });
  const { forget } = held;
  const tellOthers = useOtherWindows(sheetId);
  const onSaved = useCallback(
    (form: FormData) => {
      note.keep(String(form.get("note") ?? ""));
      forget();
      tellOthers();
      setShown((before) => seenIn(form.get("seen")) ?? before);
    },
    [note, forget, tellOthers],
  );
  const save = useSave(props.action, first, onSaved);
  useEffect(() => store.settle(ids, answers), [store, ids, answers]);
  useEffect(() => note.settle(savedNote), [note, savedNote]);

  const discard = () => {
    store.merge(Object.fromEntries(ids.map((id) => [id, answers[id] ?? null])));
    note.restore({ note: savedNote, from: savedNote });
    forget();
    setShown(ids);
  };
  return { store, note, run, save, shown: held.restored?.seen ?? shown, draft: { ...held, discard } };
}

const seenIn = (field: unknown) => (typeof field === "string" ? field.split(" ").filter(Boolean) : undefined);

/** What was answered in a form that was refused before any script had loaded. */
function answersIn(typed: Readonly<Partial<Record<string, string>>>): Answers {
  const given = Object.entries(typed).filter(([name]) => name.startsWith("answer."));
  return Object.fromEntries(
    given.flatMap(([name, value]) =>
      value === "yes" || value === "if_need_be" || value === "no"
        ? [[name.slice("answer.".length), value] as const]
        : [],
    ),
  );
}

const useReady = () =>
  useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
