import type { Matrix, MatrixPerson } from "#lib/scheduling/domain/matrix-bytes";
import { type CellAnswer, cellAt } from "#lib/scheduling/domain/matrix-rows";

/** Sizes in CSS pixels. */
export const CELL = { width: 44, height: 28 } as const;
export const HEAD_HEIGHT = 96;

export type Colours = Readonly<
  Record<"ink" | "muted" | "line" | "paper" | "accent" | "a" | "b" | "warn", string>
>;

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

/** A part of the whole grid of answers, in CSS pixels from its first cell. */
export type Window = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/** One cell of each answer as pixels of the screen, made once and put down many times. */
export type Stamps = {
  readonly width: number;
  readonly height: number;
  readonly pixels: ReadonlyMap<CellAnswer, Uint32Array>;
  readonly line: number;
  readonly paper: number;
};

export type Tools = { readonly colours: Colours; readonly stamps: Stamps };

export type How = Tools & { readonly box: Window };

/** The rows or columns that a stretch touches, from the first to before the second. */
function touched(from: number, length: number, { size, count }: { size: number; count: number }) {
  return [Math.max(0, Math.floor(from / size)), Math.min(count, Math.ceil((from + length) / size))] as const;
}

const rowsIn = ({ top, height }: Window, { places }: Drawn) =>
  touched(top, height, { size: CELL.height, count: places.length });
const columnsIn = ({ left, width }: Window, { columns }: Drawn) =>
  touched(left, width, { size: CELL.width, count: columns.length });

/**
 * The answers that lie in a part of the grid, pixel by pixel: a picture put down by the canvas costs ten times as much
 * where no graphics card helps.
 */
export function drawCells(to: OffscreenCanvasRenderingContext2D, drawn: Drawn, { stamps, box }: How): void {
  const [firstRow, lastRow] = rowsIn(box, drawn);
  const [firstColumn, lastColumn] = columnsIn(box, drawn);
  const image = to.createImageData(to.canvas.width, to.canvas.height);
  const pixels = new Uint32Array(image.data.buffer).fill(stamps.paper);
  for (let column = firstColumn; column < lastColumn; column += 1) {
    const x = (column - firstColumn) * stamps.width;
    for (let row = firstRow; row < lastRow; row += 1) {
      const stamp = stamps.pixels.get(cellAt(drawn.matrix, drawn.places[row] ?? 0, column));
      const y = (row - firstRow) * stamps.height;
      if (stamp) putDown(pixels, stamp, { stamps, at: y * image.width + x, stride: image.width });
    }
    if (!drawn.columns[column]?.startsDay) continue;
    for (let at = x; at < pixels.length; at += image.width) pixels[at] = stamps.line;
  }
  to.putImageData(image, 0, 0);
}

function putDown(
  onto: Uint32Array,
  stamp: Uint32Array,
  { stamps: { width }, at, stride }: { stamps: Stamps; at: number; stride: number },
): void {
  for (let from = 0, to = at; from < stamp.length; from += width, to += stride)
    onto.set(stamp.subarray(from, from + width), to);
}

/** Three answers by shape as well as by depth: a disc, a half disc, a ring. */
export function drawAnswer(
  to: OffscreenCanvasRenderingContext2D,
  answer: CellAnswer,
  colours: Colours,
): void {
  const [cx, cy, r] = [CELL.width / 2, CELL.height / 2, 6];
  if (answer === "none") return;
  if (answer === "hidden") {
    to.fillStyle = colours.line;
    to.fillRect(4, cy - 1, CELL.width - 8, 2);
    return;
  }
  if (answer !== "no") {
    to.globalAlpha = answer === "yes" ? 0.35 : 0.15;
    to.fillStyle = colours.accent;
    to.fillRect(0, 0, CELL.width - 1, CELL.height - 1);
    to.globalAlpha = 1;
  }
  to.strokeStyle = to.fillStyle = answer === "no" ? colours.muted : colours.ink;
  to.lineWidth = 1.5;
  to.beginPath();
  to.arc(cx, cy, r, 0, Math.PI * 2);
  to.stroke();
  if (answer === "no") return;
  to.beginPath();
  to.arc(cx, cy, r, answer === "yes" ? 0 : Math.PI / 2, answer === "yes" ? Math.PI * 2 : Math.PI * 1.5);
  to.fill();
}

const nameOf = ({ name, enteredBy }: MatrixPerson) => (enteredBy === null ? name : `✎ ${name}`);

/** The names of the rows that lie in a part of the grid. */
export function drawNames(to: OffscreenCanvasRenderingContext2D, drawn: Drawn, { colours, box }: How): void {
  const { matrix, places } = drawn;
  const [first, last] = rowsIn(box, drawn);
  to.textAlign = "start";
  for (let row = first; row < last; row += 1) {
    const y = row * CELL.height - box.top;
    const person = matrix.people[places[row] ?? 0];
    if (!person) continue;
    const letter = matrix.sides[person.side]?.letter ?? "";
    const middle = y + CELL.height / 2;
    to.font = `600 13px ${FONT}`;
    to.fillStyle = letter === "A" ? colours.a : colours.b;
    to.fillText(letter, 4, middle);
    to.fillRect(0, y + 4, 2, CELL.height - 8);
    if (letter !== "A") to.fillRect(15, y + 4, 1, CELL.height - 8);
    to.font = `14px ${FONT}`;
    to.fillStyle = person.state === "none" ? colours.muted : colours.ink;
    to.fillText(fitting(to, nameOf(person), box.width - 26), 20, middle);
  }
  line(to, colours, [box.width - 0.5, 0, box.width - 0.5, box.height]);
}

/** The heads of the columns that lie in a part of the grid: day, time, and people of each side. */
export function drawHeads(to: OffscreenCanvasRenderingContext2D, drawn: Drawn, { colours, box }: How): void {
  const { matrix, columns, sums } = drawn;
  const [first, last] = columnsIn(box, drawn);
  // A date reaches over the next column: the head before the first may stand in it.
  for (let column = Math.max(0, first - 1); column < last; column += 1) {
    const x = column * CELL.width - box.left;
    const head = columns[column];
    if (!head) continue;
    to.textAlign = "start";
    to.fillStyle = colours.ink;
    to.font = `600 12px ${FONT}`;
    if (head.startsDay) to.fillText(head.weekday, x + 3, 11);
    if (head.startsDay) to.fillText(head.date, x + 3, 25);
    if (head.startsDay) line(to, colours, [x + 0.5, 0, x + 0.5, HEAD_HEIGHT]);
    to.textAlign = "center";
    to.font = `13px ${FONT}`;
    to.fillText(head.clock, x + CELL.width / 2, 43);
    to.font = `600 12px ${FONT}`;
    sums.forEach((sum, side) => {
      const letter = matrix.sides[side]?.letter ?? "";
      to.fillStyle = letter === "A" ? colours.a : colours.b;
      to.fillText(`${letter} ${sum[column] ?? 0}`, x + CELL.width / 2, 63 + side * 18);
    });
  }
  line(to, colours, [0, HEAD_HEIGHT - 0.5, last * CELL.width - box.left, HEAD_HEIGHT - 0.5]);
}

const FONT = '"Source Sans 3 Variable", system-ui, sans-serif';

function line(
  to: OffscreenCanvasRenderingContext2D,
  colours: Colours,
  [x1, y1, x2, y2]: readonly [number, number, number, number],
): void {
  to.strokeStyle = colours.line;
  to.lineWidth = 1;
  to.beginPath();
  to.moveTo(x1, y1);
  to.lineTo(x2, y2);
  to.stroke();
}

const fits = new Map<string, string>();

/** The text, cut short with an ellipsis when it is wider. Measured once. */
function fitting(to: OffscreenCanvasRenderingContext2D, text: string, width: number): string {
  const key = `${width} ${text}`;
  const known = fits.get(key);
  if (known !== undefined) return known;
  let cut = text;
  while (cut.length > 1 && to.measureText(cut === text ? cut : `${cut}…`).width > width)
    cut = cut.slice(0, -1);
  const fit = cut === text ? text : `${cut}…`;
  fits.set(key, fit);
  return fit;
}
