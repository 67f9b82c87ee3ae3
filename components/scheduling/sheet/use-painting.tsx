"use client";

import { type MouseEvent, type PointerEvent, useRef } from "react";
import type { AnswerStore, Given } from "./answer-store";

type Point = { readonly x: number; readonly y: number };
/** `from`: how many steps could be undone before the stroke. */
type Stroke = { readonly pointer: number; readonly brush: Given; readonly from: number; at: Point };

const STEP_PX = 12;

/**
 * The brush: press an answer and draw over other slots. A mouse paints always; one finger paints only while `on`,
 * and two fingers then scroll. Pressing the answer that a slot has takes it away.
 */
export function usePainting(store: AnswerStore, on: boolean) {
  const stroke = useRef<Stroke | null>(null);
  const fingers = useRef(new Map<number, Point>());
  const painted = useRef(false);

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    painted.current = false;
    if (event.pointerType === "touch") {
      if (!on) return;
      fingers.current.set(event.pointerId, pointOf(event));
      if (fingers.current.size > 1) return giveUp(store, stroke);
    } else if (event.button !== 0) return;
    const pressed = answerAt(event.target as Element);
    if (!pressed) return;
    const brush = store.given(pressed.id) === pressed.value ? null : pressed.value;
    stroke.current = { pointer: event.pointerId, brush, from: store.steps, at: pointOf(event) };
    painted.current = true;
    store.set([pressed.id], brush);
  };

  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const to = pointOf(event);
    const finger = fingers.current.get(event.pointerId);
    if (finger && fingers.current.size > 1) {
      const share = fingers.current.size;
      scrollBoth(event.currentTarget, { x: (finger.x - to.x) / share, y: (finger.y - to.y) / share });
    }
    if (finger) fingers.current.set(event.pointerId, to);
    const held = stroke.current;
    if (held?.pointer !== event.pointerId) return;
    store.set(slotsOnLine(held.at, to), held.brush);
    held.at = to;
  };

  const onPointerUp = (event: PointerEvent<HTMLElement>) => {
    fingers.current.delete(event.pointerId);
    if (stroke.current?.pointer !== event.pointerId) return;
    store.joinSteps(stroke.current.from);
    stroke.current = null;
  };

  /** A press that painted has done its work; a tap answers; a press by a screen reader goes on to the next answer. */
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const pressed = answerAt(event.target as Element);
    if (!pressed) return;
    event.preventDefault();
    if (!painted.current)
      store.set([pressed.id], store.given(pressed.id) === pressed.value ? null : pressed.value);
    painted.current = false;
  };
  return { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: onPointerUp, onClick };
}

const pointOf = ({ clientX, clientY }: { clientX: number; clientY: number }): Point => ({
  x: clientX,
  y: clientY,
});

/** A second finger came: the first one meant to scroll. */
function giveUp(store: AnswerStore, stroke: { current: Stroke | null }): void {
  if (!stroke.current) return;
  while (store.steps > stroke.current.from) store.undo();
  stroke.current = null;
}

function scrollBoth(grid: HTMLElement, by: Point): void {
  const box = grid.parentElement;
  const before = box?.scrollTop ?? 0;
  box?.scrollBy(by.x, by.y);
  if (box?.scrollTop === before) window.scrollBy(0, by.y);
}

function answerAt(
  target: Element | null,
): { readonly id: string; readonly value: Exclude<Given, null> } | null {
  const value = target?.closest<HTMLElement>("[data-value]")?.dataset["value"];
  const id = slotAt(target);
  return id && (value === "yes" || value === "if_need_be" || value === "no") ? { id, value } : null;
}

const slotAt = (target: Element | null) => target?.closest<HTMLElement>("[data-slot]")?.dataset["slot"];

/** The slots under a quick movement, which the browser reports in a few points only. */
function slotsOnLine(from: Point, to: Point): string[] {
  const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / STEP_PX));
  const ids = Array.from({ length: steps }, (_, index) => {
    const share = (index + 1) / steps;
    return slotAt(
      document.elementFromPoint(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share),
    );
  });
  return [...new Set(ids.flatMap((id) => id ?? []))];
}
