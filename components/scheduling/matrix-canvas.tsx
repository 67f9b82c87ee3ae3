"use client";

import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useRef } from "react";
import { CELL, type Colours, type Drawn, HEAD_HEIGHT } from "./draw-matrix";
import { MatrixTiles } from "./matrix-tiles";

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
  const [scroller, probes] = [useRef<HTMLDivElement>(null), useRef<HTMLSpanElement>(null)];
  const id = useId();
  useTiles(scroller, probes, drawn);
  const move = (event: KeyboardEvent) => {
    const next = moved(event, cursor ?? { row: 0, column: 0 }, drawn);
    if (!next) return;
    event.preventDefault();
    onCursor(next);
    if (scroller.current) bringIntoView(scroller.current, next);
  };
  return (
    <div className="no-print relative h-[70dvh] min-h-80 border border-line">
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
        <Layers drawn={drawn} cursor={cursor} />
      </div>
      <span id={`${id}help`} className="hidden">
        {help}
      </span>
      <Probes probes={probes} />
    </div>
  );
}

/**
 * Where the tiles lie: the heads stay at the top, the names at the side, and the cells between. An empty picture as
 * large as all cells gives the room that is scrolled through.
 */
function Layers({ drawn: { places, columns }, cursor }: { drawn: Drawn; cursor: Cursor | null }): ReactNode {
  return (
    <div role="presentation" aria-hidden="true" className="w-max min-w-full">
      <div className="sticky top-0 z-20 h-24 bg-paper">
        <div data-layer="heads" className="absolute start-32 top-0 sm:start-52" />
        <div className="sticky start-0 z-10 h-24 w-32 bg-paper sm:w-52" />
      </div>
      <div className="relative grid">
        <div data-layer="cells" className="absolute start-32 top-0 sm:start-52" />
        {cursor && (
          <svg
            className="pointer-events-none absolute start-32 top-0 sm:start-52"
            width={columns.length * CELL.width}
            height={places.length * CELL.height}
          >
            <rect
              {...{ x: cursor.column * CELL.width + 1, y: cursor.row * CELL.height + 1 }}
              {...{ width: CELL.width - 2, height: CELL.height - 2 }}
              className="fill-none stroke-ink stroke-2"
            />
          </svg>
        )}
        <div
          data-layer="names"
          className="sticky start-0 z-10 col-start-1 row-start-1 h-full w-32 justify-self-start bg-paper sm:w-52"
        />
        <div className="col-start-1 row-start-1 ps-32 sm:ps-52">
          <svg
            width={columns.length * CELL.width + 8}
            height={places.length * CELL.height + 8}
            className="block max-w-none"
          />
        </div>
      </div>
    </div>
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

const layerOf = (box: HTMLElement, name: string) => box.querySelector<HTMLElement>(`[data-layer="${name}"]`);

/** Draws the tiles that come near: after scrolling, resizing, another theme, and when what is drawn is another. */
function useTiles(
  scroller: RefObject<HTMLDivElement | null>,
  probes: RefObject<HTMLSpanElement | null>,
  drawn: Drawn,
): void {
  useEffect(() => {
    const [box, theme] = [scroller.current, probes.current];
    const [cells, heads, names] = box ? ["cells", "heads", "names"].map((name) => layerOf(box, name)) : [];
    if (!box || !theme || !cells || !heads || !names) return;
    const tiles = new MatrixTiles({ cells, heads, names });
    let frame = 0;
    const draw = () => {
      const [width, height] = [box.clientWidth - names.offsetWidth, box.clientHeight - HEAD_HEIGHT];
      const window = { left: box.scrollLeft, top: box.scrollTop, width, height };
      if (tiles.show(drawn, window, () => coloursOf(theme))) ask();
    };
    const ask = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(draw);
    };
    const anew = () => {
      tiles.forget();
      ask();
    };
    draw();
    const size = new ResizeObserver(anew);
    size.observe(box);
    const dark = window.matchMedia("(prefers-color-scheme: dark)");
    dark.addEventListener("change", anew);
    document.fonts.addEventListener("loadingdone", anew);
    box.addEventListener("scroll", ask, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      tiles.clear();
      size.disconnect();
      dark.removeEventListener("change", anew);
      document.fonts.removeEventListener("loadingdone", anew);
      box.removeEventListener("scroll", ask);
    };
  }, [scroller, probes, drawn]);
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

const namesOf = (scroller: HTMLElement) => layerOf(scroller, "names")?.offsetWidth ?? 0;

function cellUnder(scroller: HTMLElement, clientX: number, clientY: number): Cursor {
  const box = scroller.getBoundingClientRect();
  const x = clientX - box.left - namesOf(scroller) + scroller.scrollLeft;
  const y = clientY - box.top - HEAD_HEIGHT + scroller.scrollTop;
  const isOverHeads = clientX - box.left < namesOf(scroller) || clientY - box.top < HEAD_HEIGHT;
  return isOverHeads
    ? { row: -1, column: -1 }
    : { row: Math.floor(y / CELL.height), column: Math.floor(x / CELL.width) };
}

/** Scrolls no further than needed, so that the cell stands beside the names and below the heads. */
function bringIntoView(scroller: HTMLElement, { row, column }: Cursor): void {
  const names = namesOf(scroller);
  const [x, y] = [column * CELL.width, row * CELL.height];
  const [width, height] = [scroller.clientWidth - names, scroller.clientHeight - HEAD_HEIGHT];
  const within = (at: number, { from, space, size }: { from: number; space: number; size: number }) =>
    at < from ? at : at + size > from + space ? at + size - space : from;
  scroller.scrollLeft = within(x, { from: scroller.scrollLeft, space: width, size: CELL.width });
  scroller.scrollTop = within(y, { from: scroller.scrollTop, space: height, size: CELL.height });
}
