"use client";

import { type FocusEvent, type KeyboardEvent, useRef } from "react";
import {
  type Move,
  movePlace,
  type Place,
  placeOfSlot,
  type SheetGrid,
  slotsBetween,
} from "#lib/scheduling/domain/sheet-grid";
import type { AnswerStore, Given } from "./answer-store";

const ARROWS: Readonly<Record<string, Move>> = {
  ...{ ArrowUp: "up", ArrowDown: "down", ArrowLeft: "left", ArrowRight: "right" },
};
/** The same keys when days stand side by side: what lies below on screen is the next column of the day. */
const TURNED: Readonly<Record<string, Move>> = {
  ...{ ArrowUp: "left", ArrowDown: "right", ArrowLeft: "up", ArrowRight: "down" },
};
const ANSWERS: Readonly<Record<string, Given>> = {
  ...{ y: "yes", m: "if_need_be", n: "no", Delete: null, Backspace: null },
};
const NEXT = { yes: "if_need_be", if_need_be: "no", no: null } as const;

/**
 * The keys of the grid: arrows move, with Shift they select, Y, M and N answer what is selected, Control and Enter saves.
 *
 * Focus and selection live in the page itself and not in React: nothing is drawn anew while one moves.
 */
export function useGridKeys(rows: SheetGrid["rows"], store: AnswerStore, onSlot: (id: string) => void) {
  const anchor = useRef<Place | null>(null);

  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const cell = event.target.closest<HTMLElement>("[data-slot]");
    if (!cell || cell !== event.target) return;
    for (const other of event.currentTarget.querySelectorAll<HTMLElement>('[data-slot][tabindex="0"]'))
      other.tabIndex = -1;
    cell.tabIndex = 0;
    onSlot(cell.dataset["slot"] ?? "");
  };

  const go = (grid: HTMLElement, { to, from, extend }: { to: Place; from: Place; extend: boolean }) => {
    anchor.current = extend ? (anchor.current ?? from) : null;
    select(grid, anchor.current ? slotsBetween(rows, anchor.current, to).map(({ id }) => id) : []);
    const id = rows[to.row]?.[to.column]?.id;
    cellOf(grid, id)?.focus();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const grid = event.currentTarget;
    const id = (event.target as HTMLElement).dataset["slot"];
    const here = id === undefined ? null : placeOfSlot(rows, id);
    if (id === undefined || !here || event.altKey) return;
    const ids = selected(grid);
    const to = (move: Move) =>
      go(grid, { to: movePlace(rows, here, move), from: here, extend: event.shiftKey });
    const act = () => {
      if (event.ctrlKey || event.metaKey) return control(event.key);
      const move = moveOf(event.key, grid, false);
      if (move) return (to(move), true);
      return answer(event.key);
    };
    const control = (key: string) => {
      const move = moveOf(key, grid, true);
      if (move) return (to(move), true);
      if (key === "Enter") return (grid.closest("form")?.requestSubmit(), true);
      if (key === "z") return (store.undo(), true);
      if (key === "a")
        return (
          select(
            grid,
            rows.flat().flatMap((slot) => slot?.id ?? []),
          ),
          true
        );
      return false;
    };
    const answer = (key: string) => {
      const of = ids.length > 0 ? ids : [id];
      const given = ANSWERS[key.length === 1 ? key.toLowerCase() : key];
      if (given !== undefined) return (store.set(of, given), true);
      if (key === " ") return (store.set(of, cycle(store.given(id))), true);
      if (key === "Escape") return (select(grid, []), (anchor.current = null), true);
      return false;
    };
    if (act()) event.preventDefault();
  };
  return { onFocus, onKeyDown };
}

const cycle = (given: Given): Given => (given ? NEXT[given] : "yes");

function moveOf(key: string, grid: HTMLElement, whole: boolean): Move | undefined {
  if (key === "Home") return whole ? "start" : "rowStart";
  if (key === "End") return whole ? "end" : "rowEnd";
  if (whole) return undefined;
  return (isTurned(grid) ? TURNED : ARROWS)[key];
}

/** Whether the page's width lets days stand side by side. */
const isTurned = (grid: HTMLElement) => getComputedStyle(grid).flexDirection === "row";

const cellOf = (grid: HTMLElement, id: string | undefined) =>
  id === undefined ? null : grid.querySelector<HTMLElement>(`[data-slot="${id}"]`);

const selected = (grid: HTMLElement) =>
  [...grid.querySelectorAll<HTMLElement>('[aria-selected="true"]')].flatMap(
    (cell) => cell.dataset["slot"] ?? [],
  );

function select(grid: HTMLElement, ids: readonly string[]): void {
  const wanted = new Set(ids);
  for (const cell of grid.querySelectorAll<HTMLElement>("[data-slot]")) {
    if (wanted.has(cell.dataset["slot"] ?? "")) cell.setAttribute("aria-selected", "true");
    else cell.removeAttribute("aria-selected");
  }
}
