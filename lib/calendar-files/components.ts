import { AppError } from "#lib/kernel/errors";
import { say } from "#lib/kernel/words";
import type { ContentLine } from "./content-lines.ts";
import { type FileLimits, SENT_FILE } from "./limits.ts";

/** A part of a calendar file between BEGIN and END. */
export type Component = {
  readonly name: string;
  readonly line: number;
  readonly properties: readonly ContentLine[];
  readonly parts: readonly Component[];
};

type Open = { name: string; line: number; properties: ContentLine[]; parts: Component[] };

const DEEPEST = 5;

/**
 * The calendars of a file as a tree.
 *
 * @throws AppError `invalid` when it is no calendar, something is not closed, or it has more than
 *   more events than the limits allow.
 * @see RFC 5545 section 3.6
 */
export function readComponents(lines: readonly ContentLine[], limits: FileLimits = SENT_FILE): Component[] {
  const root: Open = { name: "", line: 1, properties: [], parts: [] };
  const open: Open[] = [root];
  requireFewEvents(lines, limits);
  for (const entry of lines) {
    if (entry.name === "BEGIN") begin(open, entry);
    else if (entry.name === "END") close(open, entry);
    else if (open.length > 1) open.at(-1)?.properties.push(entry);
  }
  const [, left] = open;
  if (left) throw refuse("calendars.file.notClosed", { line: left.line, name: left.name.slice(0, 40) });
  const calendars = root.parts.filter(({ name }) => name === "VCALENDAR");
  if (calendars.length === 0) throw refuse("calendars.file.noCalendar");
  return calendars;
}

const partName = ({ value }: ContentLine) => value.trim().toUpperCase();

function requireFewEvents(lines: readonly ContentLine[], { events: most }: FileLimits): void {
  const events = lines.filter((entry) => entry.name === "BEGIN" && partName(entry) === "VEVENT").length;
  if (events > most) throw refuse("calendars.file.tooManyEvents", { most });
}

function begin(open: Open[], entry: ContentLine): void {
  if (open.length > DEEPEST) throw refuse("calendars.file.tooDeep", { line: entry.line });
  open.push({ name: partName(entry), line: entry.line, properties: [], parts: [] });
}

function close(open: Open[], entry: ContentLine): void {
  const [name, line] = [partName(entry), entry.line];
  const ended = open.length > 1 ? open.pop() : undefined;
  if (!ended || ended.name !== name)
    throw refuse("calendars.file.wrongEnd", { line, name: name.slice(0, 40) });
  open.at(-1)?.parts.push(ended);
}

function refuse(key: Parameters<typeof say>[0], values?: Parameters<typeof say>[1]): AppError {
  return new AppError("invalid", say(key, values));
}

/** The first property of this name. */
export function propertyOf(component: Component, name: string): ContentLine | undefined {
  return component.properties.find((property) => property.name === name);
}

/** Every property of this name. */
export function propertiesOf(component: Component, name: string): readonly ContentLine[] {
  return component.properties.filter((property) => property.name === name);
}
