"use client";

import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useRef } from "react";
import { CELL, type Colours, type Drawn, drawMatrix, HEAD_HEIGHT, nameWidth } from "./draw-matrix";

type Cursor = { readonly row: number; readonly column: number };

type Props = {
  drawn: Drawn;
  label: string;
  help: string;
  cursor: Cursor | null;
  onCursor: (cursor: Cursor) => void;
  /** What the cell under the cursor says, in words. */
  spoken: string;
};

/**
 * A long grid of answers, drawn: only what is in view costs anything. One cell at a time is in words too, for who
 * moves by keyboard and for who listens.
 */
export function MatrixCanvas({ drawn, label, help, cursor, onCursor, spoken }: Props) {
  const [canvas, scroller, probes] = [
    useRef<HTMLCanvasElement>(null),
    useRef<HTMLDivElement>(null),
    useRef<HTMLSpanElement>(null),
  ];
  const id = useId();
  useDrawing({ canvas, scroller, probes }, { drawn, cursor });
  const move = (event: KeyboardEvent) => {
    const next = moved(event, cursor ?? { row: 0, column: 0 }, drawn);
    if (!next) return;
    event.preventDefault();
    onCursor(next);
    if (scroller.current) bringIntoView(scroller.current, next);
  };
  return (
    <div className="no-print relative h-[70dvh] min-h-80 border border-line">
      <canvas ref={canvas} aria-hidden="true" className="pointer-events-none absolute inset-0 size-full" />
      <div
        ref={scroller}
        role="grid"
        tabIndex={0}
        aria-label={label}
        aria-describedby={`${id}help`}
        aria-rowcount={drawn.places.length}
        aria-colcount={drawn.columns.length}
        aria-activedescendant={cursor ? `${id}cell` : undefined}
        onKeyDown={move}
        onFocus={() => !cursor && drawn.places.length > 0 && onCursor({ row: 0, column: 0 })}
        onClick={(event) => {
          const cell = cellUnder(event.currentTarget, event.clientX, event.clientY);
          if (
            cell.row < drawn.places.length &&
            cell.column < drawn.columns.length &&
            cell.row >= 0 &&
            cell.column >= 0
          )
            onCursor(cell);
        }}
        className="absolute inset-0 overflow-auto"
      >
        <div role="row" aria-rowindex={(cursor?.row ?? 0) + 1} className="sr-only">
          <div role="gridcell" id={`${id}cell`} aria-colindex={(cursor?.column ?? 0) + 1}>
            {spoken}
          </div>
        </div>
        <Extent drawn={drawn} />
      </div>
      <span id={`${id}help`} className="hidden">
        {help}
      </span>
      <Probes probes={probes} />
    </div>
  );
}

/** As large as the whole grid would be, so that there is something to scroll. */
function Extent({ drawn }: { drawn: Drawn }): ReactNode {
  return (
    <svg
      role="presentation"
      width={nameWidth(600) + drawn.columns.length * CELL.width}
      height={HEAD_HEIGHT + drawn.places.length * CELL.height + 8}
      className="block max-w-none"
    />
  );
}

const PROBES = {
  ink: "text-ink",
  muted: "text-muted",
  line: "text-line",
  paper: "text-paper",
  accent: "text-accent",
  a: "text-side-a",
  b: "text-side-b",
  warn: "text-warn",
} as const;

/** What the colours of the theme are now: a canvas knows no custom properties. */
function Probes({ probes }: { probes: RefObject<HTMLSpanElement | null> }) {
  return (
    <span ref={probes} hidden>
      {Object.entries(PROBES).map(([name, className]) => (
        <span key={name} data-colour={name} className={className} />
      ))}
    </span>
  );
}

function coloursOf(probes: HTMLElement): Colours {
  const read = (name: keyof typeof PROBES) => {
    const probe = probes.querySelector(`[data-colour="${name}"]`);
    return probe ? getComputedStyle(probe).color : "CanvasText";
  };
  return {
    ...{ ink: read("ink"), muted: read("muted"), line: read("line"), paper: read("paper") },
    ...{ accent: read("accent"), a: read("a"), b: read("b"), warn: read("warn") },
  };
}

type Elements = {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly probes: RefObject<HTMLSpanElement | null>;
};

type Looked = { readonly drawn: Drawn; readonly cursor: Cursor | null };

/** Draws once a frame at most: after scrolling, resizing, another theme, and when what is drawn is another. */
function useDrawing({ canvas, scroller, probes }: Elements, { drawn, cursor }: Looked): void {
  useEffect(() => {
    const [box, onto, theme] = [scroller.current, canvas.current, probes.current];
    if (!box || !onto || !theme) return;
    let frame = 0;
    let colours = coloursOf(theme);
    const ask = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => paint(onto, box, { drawn, cursor, colours }));
    };
    const recolour = () => {
      colours = coloursOf(theme);
      ask();
    };
    ask();
    const size = new ResizeObserver(ask);
    size.observe(box);
    const dark = window.matchMedia("(prefers-color-scheme: dark)");
    dark.addEventListener("change", recolour);
    box.addEventListener("scroll", ask, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      size.disconnect();
      dark.removeEventListener("change", recolour);
      box.removeEventListener("scroll", ask);
    };
  }, [canvas, scroller, probes, drawn, cursor]);
}

function paint(
  canvas: HTMLCanvasElement,
  box: HTMLElement,
  { drawn, cursor, colours }: Looked & { colours: Colours },
): void {
  const context = canvas.getContext("2d");
  if (!context) return;
  const ratio = window.devicePixelRatio;
  const [width, height] = [Math.round(canvas.offsetWidth * ratio), Math.round(canvas.offsetHeight * ratio)];
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  const view = { width: box.clientWidth, height: box.clientHeight, left: box.scrollLeft, top: box.scrollTop };
  drawMatrix(context, drawn, { view: { ...view, cursor }, colours });
}

const STEPS: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  PageDown: [15, 0],
  PageUp: [-15, 0],
  Home: [0, -Infinity],
  End: [0, Infinity],
};

function moved(
  { key, ctrlKey, metaKey }: KeyboardEvent,
  from: Cursor,
  { places, columns }: Drawn,
): Cursor | null {
  const step = STEPS[key];
  if (!step) return null;
  const [rows, across] = ctrlKey || metaKey ? [step[1] || step[0], step[1]] : step;
  const clamp = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));
  return { row: clamp(from.row + rows, places.length), column: clamp(from.column + across, columns.length) };
}

function cellUnder(scroller: HTMLElement, clientX: number, clientY: number): Cursor {
  const box = scroller.getBoundingClientRect();
  const x = clientX - box.left - nameWidth(scroller.clientWidth) + scroller.scrollLeft;
  const y = clientY - box.top - HEAD_HEIGHT + scroller.scrollTop;
  const isOverHeads = clientX - box.left < nameWidth(scroller.clientWidth) || clientY - box.top < HEAD_HEIGHT;
  return isOverHeads
    ? { row: -1, column: -1 }
    : { row: Math.floor(y / CELL.height), column: Math.floor(x / CELL.width) };
}

/** Scrolls no further than needed, so that the cell stands beside the names and below the heads. */
function bringIntoView(scroller: HTMLElement, { row, column }: Cursor): void {
  const names = nameWidth(scroller.clientWidth);
  const [x, y] = [column * CELL.width, row * CELL.height];
  const [width, height] = [scroller.clientWidth - names, scroller.clientHeight - HEAD_HEIGHT];
  const within = (at: number, { from, space, size }: { from: number; space: number; size: number }) =>
    at < from ? at : at + size > from + space ? at + size - space : from;
  scroller.scrollLeft = within(x, { from: scroller.scrollLeft, space: width, size: CELL.width });
  scroller.scrollTop = within(y, { from: scroller.scrollTop, space: height, size: CELL.height });
}
