import { type Day, isDay } from "#lib/kernel/day";
import type { Span } from "./plain-text.ts";

/** A date as a letter writes it. */
export type WrittenDate = { readonly span: Span } & (
  | { readonly kind: "day"; readonly day: Day }
  /** From one day to another, both included. */
  | { readonly kind: "range"; readonly from: Day; readonly to: Day }
  /** `YYYY-MM` */
  | { readonly kind: "month"; readonly month: string }
  /** Reads like a date but is none: no year, no such day, or month first in figures. */
  | { readonly kind: "unclear" }
);

// By month: English, French, Spanish, Russian (both cases) and Arabic, long and short.
const MONTHS = [
  "january jan janvier enero января январь يناير",
  "february feb février fevrier febrero февраля февраль فبراير",
  "march mar mars marzo марта март مارس",
  "april apr avril abril апреля апрель أبريل ابريل",
  "may mai mayo мая май مايو",
  "june jun juin junio июня июнь يونيو يونيه",
  "july jul juillet julio июля июль يوليو يوليه",
  "august aug août aout agosto августа август أغسطس اغسطس",
  "september sept sep septembre septiembre setiembre сентября сентябрь سبتمبر",
  "october oct octobre octubre октября октябрь أكتوبر اكتوبر",
  "november nov novembre noviembre ноября ноябрь نوفمبر",
  "december dec décembre decembre diciembre декабря декабрь ديسمبر",
].map((names) => names.split(" "));

const NUMBER_OF = new Map(MONTHS.flatMap((names, at) => names.map((name) => [name, at + 1] as const)));

const month = [...NUMBER_OF.keys()].sort((a, b) => b.length - a.length).join("|");
const day = String.raw`\d{1,2}(?:st|nd|rd|th|er)?`;
const dash = String.raw`\s?(?:-|to|au|al)\s?`;
const of = String.raw`\s{0,3}(?:of\s|de\s)?`;
const year = String.raw`(?:19|20)\d{2}`;

// What stands first in the list is tried first at each place.
const FORMS = [
  String.raw`(?<isoY>${year})-(?<isoM>\d{2})-(?<isoD>\d{2})`,
  String.raw`(?<zhY>${year})\s?年\s?(?<zhM>\d{1,2})\s?月(?:\s?(?<zhD>\d{1,2})\s?[日号])?`,
  String.raw`(?<numD>\d{1,2})(?<numSep>[./])(?<numM>\d{1,2})\k<numSep>(?<numY>${year})`,
  String.raw`(?<crossD>${day})${of}(?<crossM>${month})\.?(?:,?\s(?<crossY>${year}))?${dash}(?<crossD2>${day})${of}(?<crossM2>${month})\.?(?:\s(?:de\s)?|,\s?)(?<crossY2>${year})`,
  String.raw`(?<dmyD>${day})(?:${dash}(?<dmyD2>${day}))?${of}(?<dmyM>${month})\.?(?:,?\s{1,3}(?:de\s)?(?<dmyY>${year}))?`,
  String.raw`(?<mdyM>${month})\.?\s{1,3}(?<mdyD>${day})(?:${dash}(?<mdyD2>${day}))?(?:,\s?|\s{1,3})(?<mdyY>${year})`,
  String.raw`(?<myM>${month})\.?(?:,\s?|\s{1,3}(?:de\s)?)(?<myY>${year})`,
  String.raw`(?<isoMonth>${year}-(?:0[1-9]|1[0-2]))`,
];
const ANY = new RegExp(String.raw`(?<![\p{L}\p{N}/.-])(?:${FORMS.join("|")})(?![\p{L}\p{N}]|[/.-]\d)`, "giu");

type Groups = Partial<Record<string, string>>;
type Reading =
  | { kind: "day"; day: Day }
  | { kind: "range"; from: Day; to: Day }
  | { kind: "month"; month: string }
  | { kind: "unclear" };

const two = (figure: string | number) => String(figure).padStart(2, "0");
const monthOf = (name = "") => NUMBER_OF.get(name.toLowerCase()) ?? 0;
const UNCLEAR: Reading = { kind: "unclear" };

function dayOf(yearText = "", monthNumber: number, dayText = ""): Day | null {
  const written = `${yearText}-${two(monthNumber)}-${two(Number.parseInt(dayText, 10))}`;
  return isDay(written) ? written : null;
}

function oneDay(found: Day | null): Reading {
  return found ? { kind: "day", day: found } : UNCLEAR;
}

function oneRange(from: Day | null, to: Day | null): Reading {
  return from && to && from <= to ? { kind: "range", from, to } : UNCLEAR;
}

function inFigures(g: Groups): Reading | null {
  if (g.isoY) return oneDay(dayOf(g.isoY, Number(g.isoM), g.isoD));
  if (g.isoMonth) return { kind: "month", month: g.isoMonth };
  if (g.zhY && !g.zhD) return oneMonth(g.zhY, Number(g.zhM));
  if (g.zhY) return oneDay(dayOf(g.zhY, Number(g.zhM), g.zhD));
  if (g.numY) return oneDay(dayOf(g.numY, Number(g.numM), g.numD)); // ITU writes the day first
  return null;
}

function oneMonth(yearText: string, number: number): Reading {
  return number >= 1 && number <= 12 ? { kind: "month", month: `${yearText}-${two(number)}` } : UNCLEAR;
}

function inWords(g: Groups): Reading {
  if (g.crossY2) {
    const from = dayOf(g.crossY ?? g.crossY2, monthOf(g.crossM), g.crossD);
    return oneRange(from, dayOf(g.crossY2, monthOf(g.crossM2), g.crossD2));
  }
  if (g.myY) return oneMonth(g.myY, monthOf(g.myM));
  const [yearText, number] = [g.dmyY ?? g.mdyY, monthOf(g.dmyM ?? g.mdyM)];
  const [first, last] = [dayOf(yearText, number, g.dmyD ?? g.mdyD), g.dmyD2 ?? g.mdyD2];
  return last ? oneRange(first, dayOf(yearText, number, last)) : oneDay(first);
}

/**
 * Every date in the text, in order: `30 June 2025`, `June 30, 2025`, `2025-06-30`, `30.06.2025`, `30/06/2025`
 * (day first), `5-14 February 2025`, `30 June - 4 July 2025`, `May 2025`, also with the months of the other
 * official languages. The text is one that was evened out.
 */
export function findDates(text: string): WrittenDate[] {
  return [...text.matchAll(ANY)].map((match) => {
    const groups = match.groups ?? {};
    const span = { start: match.index, end: match.index + match[0].length };
    return { span, ...(inFigures(groups) ?? inWords(groups)) };
  });
}

/** The last day a date covers, or null when it names no day. */
export function lastDayOf(date: WrittenDate): Day | null {
  if (date.kind === "day") return date.day;
  return date.kind === "range" ? date.to : null;
}

/** The first day a date covers, or null when it names no day. */
export function firstDayOf(date: WrittenDate): Day | null {
  if (date.kind === "day") return date.day;
  return date.kind === "range" ? date.from : null;
}

/** The month of a date as `YYYY-MM`, by its first day, or null when it is unclear. */
export function monthOfDate(date: WrittenDate): string | null {
  if (date.kind === "month") return date.month;
  return firstDayOf(date)?.slice(0, 7) ?? null;
}
