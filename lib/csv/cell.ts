/** What a spreadsheet would run as a formula when it opens the file. */
const FORMULA = /^[=+\-@\t\r]/;

/** A text as a cell that no spreadsheet runs: an apostrophe stands before what looks like a formula. */
export function toCell(text: string): string {
  return FORMULA.test(text) || /^'+[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** The text that {@link toCell} made the cell of; blanks around it are dropped. */
export function fromCell(cell: string): string {
  const text = cell.trim();
  return /^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}
