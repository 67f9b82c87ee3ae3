import type { Matrix } from "#lib/scheduling/domain/matrix-bytes";
import { type CellAnswer, cellAt } from "#lib/scheduling/domain/matrix-rows";

/** Sizes in CSS pixels. */
export const CELL = { width: 44, height: 28 } as const;
export const HEAD_HEIGHT = 96;
export const nameWidth = (width: number) => (width < 520 ? 128 : 208);

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

export type View = {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
  /** Which cell is looked at, by row and column; null when the grid has not been entered. */
  readonly cursor: { readonly row: number; readonly column: number } | null;
};

/** Draws the part of the grid that is in view: cells first, then names and heads over them. */
export function drawMatrix(
  to: CanvasRenderingContext2D,
  drawn: Drawn,
  { view, colours }: { view: View; colours: Colours },
): void {
  const names = nameWidth(view.width);
  to.fillStyle = colours.paper;
  to.fillRect(0, 0, view.width, view.height);
  to.textBaseline = "middle";
  drawCells(to, drawn, { view, colours, names });
  drawNames(to, drawn, { view, colours, names });
  drawHeads(to, drawn, { view, colours, names });
}

type How = { readonly view: View; readonly colours: Colours; readonly names: number };

const first = (offset: number, size: number) => Math.max(0, Math.floor(offset / size));

function drawCells(to: CanvasRenderingContext2D, drawn: Drawn, { view, colours, names }: How): void {
  const rows = { from: first(view.top, CELL.height), y0: HEAD_HEIGHT - view.top };
  const columns = { from: first(view.left, CELL.width), x0: names - view.left };
  for (let row = rows.from; row < drawn.places.length; row += 1) {
    const y = rows.y0 + row * CELL.height;
    if (y > view.height) break;
    for (let column = columns.from; column < drawn.columns.length; column += 1) {
      const x = columns.x0 + column * CELL.width;
      if (x > view.width) break;
      drawAnswer(to, cellAt(drawn.matrix, drawn.places[row] ?? 0, column), { x, y, colours });
    }
  }
  if (!view.cursor) return;
  to.strokeStyle = colours.ink;
  to.lineWidth = 2;
  const x = columns.x0 + view.cursor.column * CELL.width;
  to.strokeRect(x + 1, rows.y0 + view.cursor.row * CELL.height + 1, CELL.width - 2, CELL.height - 2);
}

/** Three answers by shape as well as by depth: a disc, a half disc, a ring. */
function drawAnswer(
  to: CanvasRenderingContext2D,
  answer: CellAnswer,
  { x, y, colours }: { x: number; y: number; colours: Colours },
): void {
  const [cx, cy, r] = [x + CELL.width / 2, y + CELL.height / 2, 6];
  if (answer === "none") return;
  if (answer === "hidden") {
    to.fillStyle = colours.line;
    to.fillRect(x + 4, cy - 1, CELL.width - 8, 2);
    return;
  }
  if (answer !== "no") {
    to.globalAlpha = answer === "yes" ? 0.35 : 0.15;
    to.fillStyle = colours.accent;
    to.fillRect(x, y, CELL.width - 1, CELL.height - 1);
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

function drawNames(
  to: CanvasRenderingContext2D,
  { matrix, places }: Drawn,
  { view, colours, names }: How,
): void {
  to.fillStyle = colours.paper;
  to.fillRect(0, 0, names, view.height);
  to.textAlign = "start";
  for (let row = first(view.top, CELL.height); row < places.length; row += 1) {
    const y = HEAD_HEIGHT - view.top + row * CELL.height;
    if (y > view.height) break;
    const person = matrix.people[places[row] ?? 0];
    if (!person) continue;
    const letter = matrix.sides[person.side]?.letter ?? "";
    const colour = letter === "A" ? colours.a : colours.b;
    const middle = y + CELL.height / 2;
    to.font = `600 13px ${FONT}`;
    to.fillStyle = colour;
    to.fillText(letter, 4, middle);
    to.fillRect(0, y + 4, 2, CELL.height - 8);
    if (letter !== "A") to.fillRect(-3 + 16 + 2, y + 4, 1, CELL.height - 8);
    to.font = `14px ${FONT}`;
    to.fillStyle = person.state === "none" ? colours.muted : colours.ink;
    to.fillText(fitting(to, person.name, names - 26), 20, middle);
  }
  line(to, colours, [names - 0.5, 0, names - 0.5, view.height]);
}

function drawHeads(
  to: CanvasRenderingContext2D,
  { matrix, columns, sums }: Drawn,
  { view, colours, names }: How,
): void {
  to.fillStyle = colours.paper;
  to.fillRect(0, 0, view.width, HEAD_HEIGHT);
  to.save();
  to.beginPath();
  to.rect(names, 0, view.width - names, HEAD_HEIGHT);
  to.clip();
  for (let column = first(view.left, CELL.width); column < columns.length; column += 1) {
    const x = names - view.left + column * CELL.width;
    if (x > view.width) break;
    const head = columns[column];
    if (!head) continue;
    to.textAlign = "start";
    to.fillStyle = colours.ink;
    to.font = `600 12px ${FONT}`;
    if (head.startsDay) to.fillText(head.weekday, x + 3, 11);
    if (head.startsDay) to.fillText(head.date, x + 3, 25);
    if (head.startsDay) line(to, colours, [x + 0.5, 0, x + 0.5, view.height]);
    to.textAlign = "center";
    to.font = `13px ${FONT}`;
    to.fillText(head.clock, x + CELL.width / 2, 43);
    sums.forEach((sum, side) => {
      to.fillStyle = matrix.sides[side]?.letter === "A" ? colours.a : colours.b;
      to.font = `600 12px ${FONT}`;
      to.fillText(
        `${matrix.sides[side]?.letter ?? ""} ${sum[column] ?? 0}`,
        x + CELL.width / 2,
        63 + side * 18,
      );
    });
  }
  to.restore();
  line(to, colours, [0, HEAD_HEIGHT - 0.5, view.width, HEAD_HEIGHT - 0.5]);
}

const FONT = '"Source Sans 3 Variable", system-ui, sans-serif';

function line(
  to: CanvasRenderingContext2D,
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
function fitting(to: CanvasRenderingContext2D, text: string, width: number): string {
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
