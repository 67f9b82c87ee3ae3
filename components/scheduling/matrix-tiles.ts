import {
  CELL,
  type Colours,
  drawAnswer,
  drawCells,
  drawHeads,
  drawNames,
  type Drawn,
  HEAD_HEIGHT,
  type Tools,
  type Window,
} from "./draw-matrix";

/** Cells of one tile. */
const TILE = { columns: 8, rows: 12 } as const;
const SIZE = { width: TILE.columns * CELL.width, height: TILE.rows * CELL.height } as const;
/** So many are drawn in one frame; the others of a long jump follow in the next ones. */
const MOST_A_FRAME = 2;
const ANSWERS = ["yes", "if_need_be", "no", "hidden"] as const;

type Layers = Readonly<Record<"cells" | "heads" | "names", HTMLElement>>;
type Layer = keyof Layers;
type Place = { readonly layer: Layer; readonly row: number; readonly column: number };

const keyOf = ({ layer, row, column }: Place) => `${layer} ${row} ${column}`;

/**
 * A matrix as tiles that lie in the scrolling element itself: the browser scrolls what is drawn without asking, and
 * only a tile that comes near is drawn, once. What it costs does not depend on how many people and slots there are.
 */
export class MatrixTiles {
  readonly #layers: Layers;
  readonly #tiles = new Map<string, HTMLCanvasElement>();
  readonly #free: HTMLCanvasElement[] = [];
  /** Where every tile is drawn. What hangs in the page only shows it: it costs nothing while it is scrolled. */
  readonly #easel = new OffscreenCanvas(1, 1);
  readonly #to = this.#easel.getContext("2d", { willReadFrequently: true });
  #names = 0;
  #drawn: Drawn | null = null;
  #tools: (Tools & { readonly ratio: number }) | null = null;

  constructor(layers: Layers) {
    this.#layers = layers;
  }

  /** Everything is drawn anew next time: the colours are others, or letters came. */
  forget(): void {
    this.#tools = null;
  }

  /** Draws some of what is missing in view, and says whether more is. */
  show(drawn: Drawn, window: Window, colours: () => Colours): boolean {
    const ratio = globalThis.devicePixelRatio;
    this.#names = this.#layers.names.offsetWidth;
    if (this.#tools?.ratio !== ratio) this.#tools = { ...makeTools(colours(), ratio), ratio };
    else if (this.#drawn === drawn) return this.#fill(drawn, window, this.#tools);
    for (const key of [...this.#tiles.keys()]) this.#remove(key);
    this.#drawn = drawn;
    return this.#fill(drawn, window, this.#tools);
  }

  clear(): void {
    for (const key of [...this.#tiles.keys()]) this.#remove(key);
    this.#drawn = null;
  }

  #fill(drawn: Drawn, window: Window, tools: Tools & { readonly ratio: number }): boolean {
    const [seen, near] = [placesIn(drawn, window, 0), placesIn(drawn, window, 1)];
    const wanted = new Set([...seen, ...near].map(keyOf));
    for (const key of [...this.#tiles.keys()]) if (!wanted.has(key)) this.#remove(key);
    const missing = [...seen, ...near].filter((place) => !this.#tiles.has(keyOf(place)));
    // What is in view is never left out: an empty grid would be seen.
    const now = Math.max(MOST_A_FRAME, this.#tiles.size === 0 ? seen.length : 0);
    for (const place of missing.slice(0, now)) this.#add(drawn, place, tools);
    return missing.length > now;
  }

  #add(drawn: Drawn, place: Place, tools: Tools & { readonly ratio: number }): void {
    if (this.#tiles.has(keyOf(place))) return;
    const canvas = this.#free.pop() ?? document.createElement("canvas");
    const box = boxOf(place, this.#names);
    Object.assign(canvas.style, {
      ...{ position: "absolute", left: `${box.left}px`, top: `${box.top}px` },
      ...{ width: `${box.width}px`, height: `${box.height}px` },
    });
    const { stamps, ratio } = tools;
    this.#easel.width = place.layer === "names" ? Math.round(box.width * ratio) : TILE.columns * stamps.width;
    this.#easel.height = place.layer === "heads" ? Math.round(box.height * ratio) : TILE.rows * stamps.height;
    if (this.#to) drawTile(this.#to, drawn, { layer: place.layer, box, tools });
    canvas.getContext("bitmaprenderer")?.transferFromImageBitmap(this.#easel.transferToImageBitmap());
    this.#layers[place.layer].append(canvas);
    this.#tiles.set(keyOf(place), canvas);
  }

  #remove(key: string): void {
    const canvas = this.#tiles.get(key);
    canvas?.remove();
    if (canvas) this.#free.push(canvas);
    this.#tiles.delete(key);
  }
}

/** Where a tile lies in its layer. */
function boxOf({ layer, row, column }: Place, names: number): Window {
  const [left, top] = [column * SIZE.width, row * SIZE.height];
  if (layer === "heads") return { left, top: 0, width: SIZE.width, height: HEAD_HEIGHT };
  if (layer === "names") return { left: 0, top, width: names, height: SIZE.height };
  return { left, top, ...SIZE };
}

/** The tiles of all layers that are in view or at most so many tiles away, the nearest to the corner first. */
function placesIn({ places, columns }: Drawn, { left, top, width, height }: Window, margin: number): Place[] {
  const span = (from: number, length: number, { size, count }: { size: number; count: number }) => {
    const first = Math.max(0, Math.floor(from / size) - margin);
    const last = Math.min(Math.ceil(count) - 1, Math.floor((from + length) / size) + margin);
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  };
  const rows = span(top, height, { size: SIZE.height, count: places.length / TILE.rows });
  const across = span(left, width, { size: SIZE.width, count: columns.length / TILE.columns });
  return [
    ...across.map((column) => ({ layer: "heads", row: 0, column }) as const),
    ...rows.map((row) => ({ layer: "names", row, column: 0 }) as const),
    ...rows.flatMap((row) => across.map((column) => ({ layer: "cells", row, column }) as const)),
  ];
}

type Tile = {
  readonly layer: Layer;
  readonly box: Window;
  readonly tools: Tools & { readonly ratio: number };
};

function drawTile(to: OffscreenCanvasRenderingContext2D, drawn: Drawn, { layer, box, tools }: Tile): void {
  to.setTransform(tools.ratio, 0, 0, tools.ratio, 0, 0);
  to.fillStyle = tools.colours.paper;
  to.fillRect(0, 0, box.width, box.height);
  to.textBaseline = "middle";
  const draw = { cells: drawCells, heads: drawHeads, names: drawNames }[layer];
  draw(to, drawn, { ...tools, box });
}

function makeTools(colours: Colours, ratio: number): Tools {
  const [width, height] = [Math.round(CELL.width * ratio), Math.round(CELL.height * ratio)];
  const to = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
  const read = (draw: (onto: OffscreenCanvasRenderingContext2D) => void) => {
    if (!to) return new Uint32Array(width * height);
    to.setTransform(width / CELL.width, 0, 0, height / CELL.height, 0, 0);
    to.fillStyle = colours.paper;
    to.fillRect(0, 0, CELL.width, CELL.height);
    draw(to);
    return new Uint32Array(to.getImageData(0, 0, width, height).data.buffer);
  };
  const [line = 0] = read((onto) => {
    onto.fillStyle = colours.line;
    onto.fillRect(0, 0, CELL.width, CELL.height);
  });
  const [paper = 0] = read(() => undefined);
  const pixels = new Map(
    ANSWERS.map((answer) => [answer, read((onto) => drawAnswer(onto, answer, colours))] as const),
  );
  return { colours, stamps: { width, height, pixels, line, paper } };
}
