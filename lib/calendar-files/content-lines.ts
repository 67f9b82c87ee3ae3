import { AppError } from "#lib/kernel/errors";
import { say } from "#lib/kernel/words";
import { type FileLimits, SENT_FILE } from "./limits.ts";

/** One logical line of an iCalendar file: folded lines are joined. */
export type ContentLine = {
  /** Of the file, from 1, where it begins. */
  readonly line: number;
  /** Upper case. */
  readonly name: string;
  /** By upper-case name; quotes around values are dropped. */
  readonly params: ReadonlyMap<string, string>;
  readonly value: string;
};

/**
 * Splits an iCalendar text into its logical lines. Line ends may be CR LF, LF or CR; empty lines are left out.
 *
 * @throws AppError `invalid` naming the line that is none, or that is too long.
 * @see RFC 5545 section 3.1
 */
export function readContentLines(text: string, limits: FileLimits = SENT_FILE): ContentLine[] {
  const raw = text.split(/\r\n|\n|\r/);
  if (raw.length > limits.lines) throw new AppError("invalid", say("calendars.file.tooManyLines"));
  const joined: { line: number; parts: string[]; length: number }[] = [];
  raw.forEach((part, at) => {
    const last = joined.at(-1);
    const folded = (part.startsWith(" ") || part.startsWith("\t")) && last !== undefined;
    if (part.trim() === "" && !folded) return;
    if (folded) {
      last.parts.push(part.slice(1));
      last.length += part.length - 1;
    } else joined.push({ line: at + 1, parts: [part], length: part.length });
    const { line, length } = joined.at(-1) ?? { line: 1, length: 0 };
    if (length > limits.lineLength) throw new AppError("invalid", say("calendars.file.longLine", { line }));
  });
  return joined.map(({ line, parts }) => toLine(parts.join(""), line));
}

function toLine(text: string, line: number): ContentLine {
  const name = /^[A-Za-z0-9-]+/.exec(text)?.[0] ?? "";
  const params = new Map<string, string>();
  let at = name.length;
  while (name && text[at] === ";") at = readParam(text, at + 1, params);
  if (!name || text[at] !== ":") throw new AppError("invalid", say("calendars.file.noProperty", { line }));
  return { line, name: name.toUpperCase(), params, value: text.slice(at + 1) };
}

/** Reads `NAME=value`, `NAME="value"` or `NAME=a,b`, and gives the place behind it; -1 when it is none. */
function readParam(text: string, from: number, params: Map<string, string>): number {
  const PARAM = /([A-Za-z0-9-]+)=((?:"[^"]*"|[^":;]+)*)/y;
  PARAM.lastIndex = from;
  const [whole, name = "", value = ""] = PARAM.exec(text) ?? [];
  if (whole === undefined) return -1;
  params.set(name.toUpperCase(), value.replaceAll('"', ""));
  return from + whole.length;
}

/** The text that an escaped value stands for. @see RFC 5545 section 3.3.11 */
export function unescapeText(value: string): string {
  return value.replace(/\\([\\;,nN])/g, (_, sign: string) => (sign === "n" || sign === "N" ? "\n" : sign));
}
