import type { Matrix } from "#lib/scheduling/domain/matrix-bytes";
import { type CellAnswer, cellAt } from "#lib/scheduling/domain/matrix-rows";

/** Sizes in CSS pixels; those of the cells stand in matrix.css too. */
export const CELL = { width: 44, height: 28 } as const;
export const HEAD_HEIGHT = 96;

export type Colours = Readonly<Record<"ink" | "line" | "paper" | "accent", string>>;

/** A column as its head shows it. */
export type ColumnHead = {
  readonly weekday: string;
  /** Day and month, short. */
  readonly date: string;
  readonly clock: string;
  readonly startsDay: boolean;
};

export type Drawn = {
  readonly matrix: Matrix;
  /** Places of the people shown, from top to bottom. */
  readonly places: readonly number[];
  readonly columns: readonly ColumnHead[];
  /** People able to attend by side and slot. */
  readonly sums: readonly (readonly number[])[];
};

export type Layers = {
  readonly fill: HTMLCanvasElement;
  readonly rings: HTMLElement;
  readonly shade: HTMLCanvasElement;
};

/** A bar in the middle third of a cell says that an answer is hidden. */
const THIRDS = 3;

/**
 * Draws everybody's answers as two pictures of a few pixels a cell, which the page enlarges. Between them lies a sheet
 * with a round hole and a ring for each cell: through the hole one sees of the lower picture whether the
 * disc is full, half or empty; the upper one shades the cell, or covers one without an answer. The browser scrolls all
 * that without a script, however many people and slots there are.
 */
export function drawMatrix({ fill, rings, shade }: Layers, drawn: Drawn, colours: Colours): void {
  const paint = paintsOf(colours);
  const hides = drawn.places.some((place) => drawn.matrix.people[place]?.state === "hidden");
  draw(fill, drawn, { across: 2, down: 1, pixel: (answer, x) => paint.fill[answer][x] ?? 0 });
  rings.style.backgroundImage = `url(${drawRing(colours)})`;
  draw(shade, drawn, {
    ...{ across: 1, down: hides ? THIRDS : 1 },
    pixel: (answer, _, y) => (answer === "hidden" && y === 1 ? paint.bar : paint.shade[answer]),
  });
}

type Grain = {
  /** Pixels of a cell. */
  readonly across: number;
  readonly down: number;
  readonly pixel: (answer: CellAnswer, x: number, y: number) => number;
};

function draw(canvas: HTMLCanvasElement, { matrix, places, columns }: Drawn, { across, down, pixel }: Grain) {
  canvas.width = Math.max(1, columns.length * across);
  canvas.height = Math.max(1, places.length * down);
  const to = canvas.getContext("2d");
  const image = to?.createImageData(canvas.width, canvas.height);
  if (!to || !image) return;
  const pixels = new Uint32Array(image.data.buffer);
  places.forEach((place, row) => {
    for (let column = 0; column < columns.length; column += 1) {
      const answer = cellAt(matrix, place, column);
      for (let y = 0; y < down; y += 1)
        for (let x = 0; x < across; x += 1)
          pixels[(row * down + y) * canvas.width + column * across + x] = pixel(answer, x, y);
    }
  });
  to.putImageData(image, 0, 0);
}

/** A cell of the sheet between: paper with a hole, and a ring around it. As pixels of the screen it is the quickest. */
function drawRing({ ink, paper }: Colours): string {
  const canvas = document.createElement("canvas");
  const ratio = window.devicePixelRatio;
  canvas.width = Math.round(CELL.width * ratio);
  canvas.height = Math.round(CELL.height * ratio);
  const to = canvas.getContext("2d");
  if (!to) return "";
  to.scale(canvas.width / CELL.width, canvas.height / CELL.height);
  to.fillStyle = paper;
  to.fillRect(0, 0, CELL.width, CELL.height);
  to.beginPath();
  to.arc(CELL.width / 2, CELL.height / 2, 6, 0, Math.PI * 2);
  to.globalCompositeOperation = "destination-out";
  to.fill();
  to.globalCompositeOperation = "source-over";
  to.strokeStyle = ink;
  to.lineWidth = 1.5;
  to.stroke();
  return canvas.toDataURL();
}

/** The colours as pixels: of the two halves of a disc, and of what lies over a cell. */
function paintsOf({ ink, line, paper, accent }: Colours) {
  const pixel = pixelMaker();
  const [full, empty, none] = [pixel(ink), pixel(paper), 0];
  return {
    fill: {
      ...{ yes: [full, full], if_need_be: [full, empty], no: [empty, empty] },
      ...{ none: [empty, empty], hidden: [empty, empty] },
    },
    shade: {
      ...{ yes: pixel(accent, 0.35), if_need_be: pixel(accent, 0.15), no: none },
      ...{ none: empty, hidden: empty },
    },
    bar: pixel(line),
  } as const satisfies {
    fill: Record<CellAnswer, readonly number[]>;
    shade: Record<CellAnswer, number>;
    bar: number;
  };
}

/** Makes a pixel of a colour as the style sheet writes it. */
function pixelMaker() {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const to = canvas.getContext("2d", { willReadFrequently: true });
  return (colour: string, opacity = 1): number => {
    if (!to) return 0;
    to.clearRect(0, 0, 1, 1);
    to.globalAlpha = opacity;
    to.fillStyle = colour;
    to.fillRect(0, 0, 1, 1);
    return new Uint32Array(to.getImageData(0, 0, 1, 1).data.buffer)[0] ?? 0;
  };
}
