"use client";

import { type KeyboardEvent, type MouseEvent, type PointerEvent, useRef, useState } from "react";
import { type CellPlace, COLUMNS, type Drawn, ROWS } from "#lib/scheduling/domain/week";

type Options = {
  /** Whether a finger draws; else it scrolls, and a tap counts as one cell. */
  fingerDraws: boolean;
  onDrawn: (drawn: Drawn) => void;
  /** Past the first or last day of the week: -1 or 1. */
  onLeave: (weeks: -1 | 1) => void;
};

/** Drawing on the week by mouse, pen, finger and keyboard. One place has the focus; a drawing runs from there. */
export function useDrawing({ fingerDraws, onDrawn, onLeave }: Options) {
  const [focus, setFocus] = useState<CellPlace>({ row: 28, column: 0 });
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const pressed = useRef<Drawn | null>(null);
  const isHandled = useRef(false);

  const show = (next: Drawn | null) => {
    pressed.current = next;
    setDrawn(next);
  };
  const handlers = {
    onPointerDown: (event: PointerEvent) => {
      const place = placeOf(event.target);
      const draws = event.pointerType !== "touch" || fingerDraws;
      isHandled.current = draws;
      if (!place || !draws || event.button !== 0) return;
      setFocus(place);
      show({ from: place, to: place });
    },
    onPointerMove: (event: PointerEvent) => {
      const before = pressed.current;
      if (!before) return;
      const place = placeOf(document.elementFromPoint(event.clientX, event.clientY));
      if (place && !isSame(place, before.to)) show({ from: before.from, to: place });
    },
    onPointerUp: () => {
      const done = pressed.current;
      show(null);
      if (done) onDrawn(done);
    },
    onPointerCancel: () => show(null),
    onClick: (event: MouseEvent) => {
      const place = placeOf(event.target);
      if (isHandled.current) isHandled.current = false;
      else if (place) onDrawn({ from: place, to: place });
    },
    onKeyDown: (event: KeyboardEvent) => {
      const act = actOf(event);
      if (!act) return;
      event.preventDefault();
      if (typeof act === "object") move(act, event.shiftKey);
      else show(null);
      if (act === "make") onDrawn(drawn ?? { from: focus, to: focus });
    },
  };

  /** With Shift the drawing is extended; without, the focus moves and the drawing ends. */
  function move(step: CellPlace, isExtending: boolean) {
    const { from, to } = drawn ?? { from: focus, to: focus };
    const next = stepFrom(isExtending ? to : focus, step);
    if (isExtending) {
      if (next.weeks === 0) setDrawn({ from, to: next.place });
      return;
    }
    if (next.weeks !== 0) onLeave(next.weeks);
    setDrawn(null);
    setFocus(next.place);
  }

  return { focus, drawn, handlers };
}

const STEPS: Readonly<Partial<Record<string, CellPlace>>> = {
  ...{ ArrowUp: { row: -1, column: 0 }, ArrowDown: { row: 1, column: 0 } },
  ...{ ArrowLeft: { row: 0, column: -1 }, ArrowRight: { row: 0, column: 1 } },
  ...{ PageUp: { row: -8, column: 0 }, PageDown: { row: 8, column: 0 } },
};

/** What a key means: a step, the making of slots, the end of a drawing, or nothing here. */
function actOf({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): CellPlace | "make" | "end" | null {
  if (ctrlKey || metaKey || altKey) return null;
  if (key === " " || key === "Enter") return "make";
  return key === "Escape" ? "end" : (STEPS[key] ?? null);
}

/** The next place, and the week it is in: the one before, this one or the one after. */
function stepFrom(at: CellPlace, step: CellPlace): { place: CellPlace; weeks: -1 | 0 | 1 } {
  const column = at.column + step.column;
  return {
    place: { row: within(at.row + step.row, ROWS), column: (column + COLUMNS) % COLUMNS },
    weeks: column < 0 ? -1 : column >= COLUMNS ? 1 : 0,
  };
}

const within = (row: number, rows: number) => Math.max(0, Math.min(rows - 1, row));

const isSame = (a: CellPlace, b: CellPlace) => a.row === b.row && a.column === b.column;

/** Which cell an element of the page is part of. */
function placeOf(target: EventTarget | null): CellPlace | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-cell]") : null;
  const [row, column] = (cell?.dataset["cell"] ?? "").split(" ").map(Number);
  return cell && row !== undefined && column !== undefined ? { row, column } : null;
}
