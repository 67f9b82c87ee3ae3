const TOKEN = /<(\/?)(?:([\w.-]{1,40}):)?([A-Za-z]\w{0,60})([^<>]*)>|[^<]+|</g;
const NAMESPACE =
  /xmlns:([\w.-]{1,40})="(?:http:\/\/schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main|http:\/\/purl\.oclc\.org\/ooxml\/wordprocessingml\/main)"/;
/** What is not part of the text one reads: deleted words, field codes, tab stops, a second form of a text box. */
const HIDDEN = new Set(["del", "moveFrom", "instrText", "delText", "delInstrText", "Fallback", "tabs"]);
const LONG_PARAGRAPH = 100;

type State = {
  readonly out: string[];
  isText: boolean;
  hidden: number;
  cells: number;
  /** Length of the paragraph so far. */
  length: number;
};

/**
 * The text of a Word document's main part (`word/document.xml`), as one reads it.
 *
 * Paragraphs become lines, with an empty line after long ones; the cells of a row are separated by tabs, so that
 * a label stays before its value; list items begin with a dash. One pass over the text, whatever is in it.
 */
export function textOfWord(xml: string): string {
  const prefix = NAMESPACE.exec(xml.slice(0, 20_000))?.[1] ?? "w";
  const state: State = { out: [], isText: false, hidden: 0, cells: 0, length: 0 };
  for (const [whole, slash, space, name, attributes = ""] of xml.matchAll(TOKEN)) {
    if (name === undefined) writeText(state, whole);
    else if (space !== prefix && name !== "Fallback") continue;
    else if (slash === "") begin(state, name, attributes.endsWith("/"));
    else finish(state, name);
  }
  return state.out.join("");
}

function writeText(state: State, text: string): void {
  if (state.isText && state.hidden === 0) write(state, unescape(text));
}

function write(state: State, text: string): void {
  state.out.push(text);
  state.length += text.length;
}

const MARKS: Readonly<Record<string, string>> = {
  tab: "\t",
  br: "\n",
  cr: "\n",
  noBreakHyphen: "-",
  numPr: "- ",
};

function begin(state: State, name: string, isEmpty: boolean): void {
  if (HIDDEN.has(name)) state.hidden += isEmpty ? 0 : 1;
  if (state.hidden > 0) return;
  const mark = MARKS[name];
  if (mark !== undefined) write(state, mark);
  else if (name === "t") state.isText = !isEmpty;
  else if (name === "tc") state.cells += 1;
  else if (name === "p" && isEmpty) state.out.push("\n");
}

function finish(state: State, name: string): void {
  if (HIDDEN.has(name)) state.hidden = Math.max(0, state.hidden - 1);
  else if (state.hidden > 0) return;
  else if (name === "t") state.isText = false;
  else if (name === "p") endParagraph(state);
  else if (name === "tc") endCell(state);
  else if (name === "tr" || name === "tbl") state.out.push("\n");
}

function endParagraph(state: State): void {
  state.out.push(state.cells === 0 && state.length > LONG_PARAGRAPH ? "\n\n" : "\n");
  state.length = 0;
}

function endCell(state: State): void {
  if (state.out.at(-1) === "\n") state.out.pop();
  state.out.push("\t");
  state.cells = Math.max(0, state.cells - 1);
}

const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function unescape(text: string): string {
  return text.replace(/&(?:#x[\da-f]{1,6}|#\d{1,7}|lt|gt|amp|quot|apos);/gi, (whole) => {
    const name = whole.slice(1, -1).toLowerCase();
    if (!name.startsWith("#")) return NAMED[name] ?? "";
    const code = name[1] === "x" ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : " ";
  });
}
