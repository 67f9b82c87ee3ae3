import { type FieldName, type Label, labelOf } from "./labels.ts";
import { isAbsent, type Span, tidy, trimSpan } from "./plain-text.ts";

/** A field of the header: its label and the cells or lines of its value. Parts are never empty. */
export type Field = {
  readonly name: FieldName;
  readonly label: Span;
  readonly parts: readonly Span[];
};

/** The fields of a letter, and its prose: a text of the same length in which the fields are blank. */
export type Header = { readonly fields: readonly Field[]; readonly prose: string };

type Open = { name: FieldName; label: Span; parts: Span[]; blankLines: number };
type Cell = Span & { readonly text: string; readonly label: Label | null };
type Line = Span & { readonly text: string; readonly cells: readonly Cell[] };

/** No letter has more fields. */
const MOST = 300;
const CELL_ENDS = /\t+|\||[ ]{3,}/g;
/** Labels that may follow another field on the same line without a tab. */
const SECOND_ON_LINE = /[\s(](?=(?:Working Party|Study Group|Meeting|Deadline|Purpose):)/g;
/** What follows them is not their value. */
const ENDS_HEADER: readonly FieldName[] = ["body", "other"];
const SHORT: readonly FieldName[] = [
  "deadline",
  "purpose",
  "questions",
  "studyGroup",
  "workingParty",
  "state",
  "submitted",
];

/**
 * Reads the labelled fields of a letter, wherever they stand: `Label: value`, label and value in two cells or on
 * two lines, several pairs on a line, values that go on over lines.
 *
 * The text is one that was evened out; a table's cells are separated by tabs.
 */
export function readHeader(text: string): Header {
  const fields: Open[] = [];
  const used: Span[] = [];
  let open: Open | null = null;
  for (const line of linesOf(text)) {
    if (line.text.trim() === "") {
      open = afterBlankLine(open);
    } else if (fields.length < MOST && line.cells.some(startsField)) {
      open = readLabelledLine(line, open, fields);
      if (open && ENDS_HEADER.includes(open.name)) open = null;
      used.push(usedOf(line));
    } else if (open && goesOn(open, line)) {
      open.parts.push(...line.cells.map(trimmed));
      open.blankLines = 0;
      if (open.name !== "abstract") used.push(line);
    } else {
      open = null;
    }
  }
  return { fields: fields.map(closed), prose: blank(text, used) };
}

const trimmed = ({ start, end }: Span) => ({ start, end });
const closed = ({ name, label, parts }: Open): Field => ({ name, label, parts });

function* linesOf(text: string): Generator<Line> {
  for (let start = 0; start < text.length;) {
    const found = text.indexOf("\n", start);
    const end = found < 0 ? text.length : found;
    const line = text.slice(start, end);
    yield { start, end, text: line, cells: line === "" ? [] : cellsOf(line, start) };
    start = end + 1;
  }
}

function cellsOf(line: string, offset: number): Cell[] {
  const ends = [...line.matchAll(CELL_ENDS)].map((match) => ({
    at: match.index,
    next: match.index + match[0].length,
  }));
  const cells: Cell[] = [];
  let start = 0;
  for (const { at, next } of [...ends, { at: line.length, next: line.length }]) {
    cells.push(...splitCell(line, { start, end: at }, offset));
    start = next;
  }
  return cells;
}

/** A cell, or two when a second label stands in it. */
function splitCell(line: string, span: Span, offset: number): Cell[] {
  const text = line.slice(span.start, span.end);
  if (text.trim() === "") return [];
  const label = labelOf(text);
  const cuts =
    label && text.length < 500 ? [...text.matchAll(SECOND_ON_LINE)].map(({ index }) => index + 1) : [];
  const starts = [0, ...cuts.filter((cut) => cut > (label?.length ?? 0))];
  return starts.map((from, at) => {
    const whole = trimSpan(text, { start: from, end: starts[at + 1] ?? text.length });
    const piece = text.slice(whole.start, whole.end);
    const place = offset + span.start;
    return { start: place + whole.start, end: place + whole.end, text: piece, label: labelOf(piece) };
  });
}

/** A label without a colon counts only when it is a whole cell. */
const startsField = (cell: Cell) =>
  cell.label !== null && (cell.label.hasColon || cell.label.length === cell.text.length);

function readLabelledLine(line: Line, before: Open | null, fields: Open[]): Open | null {
  let open = before;
  for (const cell of line.cells) {
    if (cell.label && startsField(cell)) {
      open = opened(cell, cell.label);
      fields.push(open);
    } else {
      open?.parts.push(trimmed(cell));
    }
  }
  return open;
}

function opened(cell: Cell, label: Label): Open {
  const valueAt = cell.start + label.length;
  const marks = /^[*_\s]*/.exec(cell.text.slice(label.length))?.[0].length ?? 0; // **Label:** value
  const value = trimSpan(cell.text, { start: label.length + marks, end: cell.text.length });
  const isEmpty = value.end === value.start;
  return {
    name: label.name,
    label: { start: cell.start, end: valueAt },
    parts: isEmpty ? [] : [{ start: cell.start + value.start, end: cell.start + value.end }],
    blankLines: 0,
  };
}

/** An empty line ends a field that has a value; a label that still waits for its value may skip a few. */
function afterBlankLine(open: Open | null): Open | null {
  if (!open || open.parts.length > 0 || open.blankLines >= 2) return null;
  open.blankLines += 1;
  return open;
}

function goesOn(open: Open, line: Line): boolean {
  if (open.name === "abstract") return true;
  const length = line.text.trim().length;
  if (open.parts.length === 0) return length <= (open.blankLines > 0 ? 200 : 300);
  if (open.name === "contact") return length <= 200;
  if (/^\s/.test(line.text)) return length <= (open.name === "title" ? 200 : 120);
  if (SHORT.includes(open.name)) return false;
  return open.name === "title" ? wrapsTitle(open, line) : length <= 120 && !line.text.trimEnd().endsWith(".");
}

/** A title that was broken into lines: the line before was full and this one is no sentence. */
function wrapsTitle(open: Open, line: Line): boolean {
  const last = open.parts.at(-1);
  const before = last ? last.end - last.start : 0;
  return (
    before >= 45 && open.parts.length < 4 && line.text.length <= 120 && !line.text.trimEnd().endsWith(".")
  );
}

/** What a labelled line takes from the prose: all of it, but only the label of an abstract or body. */
function usedOf(line: Line): Span {
  const last = [...line.cells].reverse().find(startsField);
  const keepsValue = last?.label && (last.label.name === "abstract" || last.label.name === "body");
  return keepsValue ? { start: line.start, end: last.start + last.label.length } : line;
}

function blank(text: string, used: readonly Span[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of used) {
    pieces.push(text.slice(at, start), "\n".repeat(Math.max(0, end - start)));
    at = Math.max(at, end);
  }
  pieces.push(text.slice(at));
  return pieces.join("");
}

/** The fields of this name that say something: `-` and `n/a` say nothing. */
export function fieldsOf(header: Header, text: string, ...names: readonly FieldName[]): Field[] {
  return header.fields.filter((field) => names.includes(field.name) && !isAbsent(valueOf(field, text)));
}

/** The value on one line. */
export function valueOf(field: Field, text: string): string {
  return tidy(field.parts.map(({ start, end }) => text.slice(start, end)).join(" "));
}

/** From the first to the last piece of the value; the label when there is none. */
export function valueSpan(field: Field): Span {
  const [first, last] = [field.parts[0], field.parts.at(-1)];
  return first && last ? { start: first.start, end: last.end } : field.label;
}
