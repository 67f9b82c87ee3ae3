"use client";

import {
  type KeyboardEvent,
  memo,
  type ReactNode,
  type RefObject,
  useDeferredValue,
  useEffect,
  useId,
  useRef,
} from "react";
import type { MatrixPerson } from "#lib/scheduling/domain/matrix-bytes";
import { CELL, type Colours, drawMatrix, type Drawn, HEAD_HEIGHT } from "./draw-matrix";
import "./matrix.css";

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
 * A long grid of answers, drawn as a picture that the browser scrolls by itself. One cell at a time is in words too,
 * for who moves by keyboard and for who listens.
 */
export function MatrixCanvas({ drawn, label, help, cursor, onCursor, spoken }: Props) {
  const [scroller, probes] = [useRef<HTMLDivElement>(null), useRef<HTMLSpanElement>(null)];
  const id = useId();
  usePictures(scroller, probes, drawn);
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

/** The heads stay at the top, the names at the side, and the answers lie between. */
function Layers({ drawn, cursor }: { drawn: Drawn; cursor: Cursor | null }): ReactNode {
  const { places, columns } = drawn;
  const [width, height] = [columns.length * CELL.width, places.length * CELL.height];
  const days = columns.flatMap(({ startsDay }, at) =>
    startsDay ? `M${at * CELL.width + 0.5} 0v${height}` : [],
  );
  return (
    <div role="presentation" aria-hidden="true" className="w-max min-w-full">
      <Heads drawn={drawn} />
      <div className="relative grid">
        <Names drawn={drawn} />
        <div className="relative col-start-1 row-start-1 ms-32 me-2 mb-2 w-max sm:ms-52">
          <canvas data-picture="fill" className="matrix-picture" />
          <div data-layer="rings" className="matrix-rings" />
          <canvas data-picture="shade" className="matrix-picture" />
          <svg {...{ width, height }} className="relative block max-w-none">
            <path d={days.join("")} className="stroke-line" />
            {cursor && (
              <rect
                {...{ x: cursor.column * CELL.width + 1, y: cursor.row * CELL.height + 1 }}
                {...{ width: CELL.width - 2, height: CELL.height - 2 }}
                className="fill-none stroke-ink stroke-2"
              />
            )}
          </svg>
        </div>
      </div>
    </div>
  );
}

/** More than a screen shows. */
const FIRST = 60;

/** As many of them as are seen at first; once those are painted, all, and never fewer again. */
function useFirstOf<T>(items: readonly T[]): readonly T[] {
  const all = useDeferredValue(true, false);
  return all ? items : items.slice(0, FIRST);
}

const SIDE_CLASS: Readonly<Record<string, string>> = { A: "matrix-a", B: "matrix-b" };

/** Day and time of each column, and how many of each side can attend. */
const Heads = memo(function Heads({ drawn: { matrix, columns, sums } }: { drawn: Drawn }) {
  const shown = useFirstOf(columns);
  return (
    <div className="matrix-heads">
      <div className="matrix-corner" />
      {shown.map(({ weekday, date, clock, startsDay }, column) => (
        <div key={column} className="matrix-head">
          <b>{startsDay && `${weekday}\n${date}`}</b>
          {clock}
          {matrix.sides.map(({ letter }, side) => (
            <i key={letter} className={SIDE_CLASS[letter]}>
              {letter} {sums[side]?.[column] ?? 0}
            </i>
          ))}
        </div>
      ))}
    </div>
  );
});

/** The name of each row, with the letter of its side and a mark where somebody else entered the answers. */
const Names = memo(function Names({ drawn: { matrix, places } }: { drawn: Drawn }) {
  const shown = useFirstOf(places);
  return (
    <div data-layer="names" className="matrix-names">
      {shown.map((place) => {
        const person = matrix.people[place];
        return (
          person && <Name key={place} person={person} letter={matrix.sides[person.side]?.letter ?? ""} />
        );
      })}
    </div>
  );
});

const Name = ({ person: { name, state, enteredBy }, letter }: { person: MatrixPerson; letter: string }) => (
  <div className={state === "none" ? "matrix-name matrix-none" : "matrix-name"}>
    <b className={SIDE_CLASS[letter]}>{letter}</b> {enteredBy !== null && "✎ "}
    {name}
  </div>
);

const PROBES = { ink: "text-ink", line: "text-line", paper: "text-paper", accent: "text-accent" } as const;

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
  return { ink: read("ink"), line: read("line"), paper: read("paper"), accent: read("accent") };
}

const layerOf = (box: HTMLElement, name: string) => box.querySelector<HTMLElement>(`[data-layer="${name}"]`);
const pictureOf = (box: HTMLElement, name: string) =>
  box.querySelector<HTMLCanvasElement>(`[data-picture="${name}"]`);

/** Draws the pictures: at once, when what is drawn is another, and in another theme. */
function usePictures(
  scroller: RefObject<HTMLDivElement | null>,
  probes: RefObject<HTMLSpanElement | null>,
  drawn: Drawn,
): void {
  useEffect(() => {
    const [box, theme] = [scroller.current, probes.current];
    const [fill, shade] = box ? [pictureOf(box, "fill"), pictureOf(box, "shade")] : [];
    const rings = box && layerOf(box, "rings");
    if (!theme || !fill || !shade || !rings) return;
    const draw = () => drawMatrix({ fill, rings, shade }, drawn, coloursOf(theme));
    draw();
    const dark = window.matchMedia("(prefers-color-scheme: dark)");
    dark.addEventListener("change", draw);
    window.addEventListener("resize", draw); // so the browser tells of another zoom
    const chosen = new MutationObserver(draw);
    chosen.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    return () => {
      dark.removeEventListener("change", draw);
      window.removeEventListener("resize", draw);
      chosen.disconnect();
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
