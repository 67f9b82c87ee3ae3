import type { Finding } from "#lib/kernel/finding";
import { say } from "#lib/kernel/words";
import { findDates, firstDayOf, monthOfDate, type WrittenDate } from "./dates.ts";
import type { LetterText, Proposal, Read } from "./letter.ts";
import { type Span, shift } from "./plain-text.ts";
import type { Sentence } from "./sentences.ts";

type Target = Proposal["target"];
type Candidate = {
  readonly group: string;
  readonly groupSpan: Span;
  readonly date: WrittenDate | null;
  readonly dateSpan: Span | null;
  readonly weight: number;
};

const PLACE =
  /\b(?<strong>prior to|before|ahead of|in time for|in advance of|by)\s(?:the\s)?(?:next\s|upcoming\s|coming\s|first\s)?(?:(?:meeting|plenary|session)\sof\s)?(?:the\s)?(?<group>(?:ITU-?T\s)?(?:TSAG|WTSA(?:-?\d{2,4})?|SG\s?\d{1,2}|Study Group\s\d{1,2}))(?![\d/-])|\b(?<weak>to|at|of)\s(?:the\s)?(?:next\s)?(?<top>(?:ITU-?T\s)?TSAG)\b/gi;
/** `prior to the May 2025 TSAG meeting` */
const DATE_FIRST =
  /\b(?:prior to|before|ahead of|in time for|in advance of|by)\s(?:the\s)?(?<date>[^.;]{4,40}?)\s(?<group>(?:ITU-?T\s)?(?:TSAG|SG\s?\d{1,2}|Study Group\s\d{1,2}))(?![\d/-])/gi;
const NO_MEETING = /^\s(?:Action|Resolution|mailing|Chair|management)/i;
const WINDOW = 70;

/** The meeting for which the series must be ready: which group's, and the month or the first day. */
export function readTarget(letter: LetterText, proposing: readonly Sentence[]): Read<Target> {
  const within = proposing.flatMap((sentence) => candidatesIn(sentence));
  const around = letter.sentences
    .flatMap((sentence) => candidatesIn(sentence))
    .filter(({ group }) => /TSAG|WTSA/.test(group));
  const all = [...within.filter(({ weight }) => weight >= 2), ...around].sort((a, b) => b.weight - a.weight);
  const [best] = all;
  if (!best) return { value: { group: null, month: null, date: null }, places: [], findings: [] };
  const same = all.filter(({ group }) => group === best.group);
  const months = new Set(same.flatMap(({ date }) => (date && monthOfDate(date)) ?? []));
  if (months.size > 1) return withGroup(best, [...months].join(", "));
  const dated =
    same.find(({ date }) => date && firstDayOf(date)) ?? same.find(({ date }) => date && monthOfDate(date));
  return toTarget(best, dated ?? null);
}

function withGroup(best: Candidate, months: string): Read<Target> {
  const finding: Finding = {
    rule: "L0",
    severity: "warn",
    message: say("liaison.finding.targetSeveral", { months }),
  };
  return {
    value: { group: best.group, month: null, date: null },
    places: [["proposal.target.group", best.groupSpan]],
    findings: [finding],
  };
}

function toTarget(best: Candidate, dated: Candidate | null): Read<Target> {
  const places: [string, Span][] = [["proposal.target.group", best.groupSpan]];
  if (!dated?.date || !dated.dateSpan) {
    return { value: { group: best.group, month: null, date: null }, places, findings: [] };
  }
  const [month, date] = [monthOfDate(dated.date), firstDayOf(dated.date)];
  if (month) places.push(["proposal.target.month", dated.dateSpan]);
  if (date) places.push(["proposal.target.date", dated.dateSpan]);
  return { value: { group: best.group, month, date }, places, findings: [] };
}

function candidatesIn(sentence: Sentence): Candidate[] {
  return [
    ...[...sentence.text.matchAll(DATE_FIRST)].flatMap((match) => dateFirstIn(sentence, match)),
    ...[...sentence.text.matchAll(PLACE)].flatMap((match) => groupFirstIn(sentence, match)),
  ];
}

function groupFirstIn(sentence: Sentence, match: RegExpExecArray): Candidate[] {
  const { strong, group = "", top = "" } = match.groups ?? {};
  const end = match.index + match[0].length;
  if (NO_MEETING.test(sentence.text.slice(end, end + 20))) return [];
  const named = group || top;
  const date = dateAfter(sentence.text, end);
  return [
    {
      group: reference(named),
      groupSpan: shift({ start: end - named.length, end }, sentence.start),
      date,
      dateSpan: date && shift(date.span, sentence.start + end),
      weight: (strong ? 2 : 0) + (date ? 1 : 0),
    },
  ];
}

function dateFirstIn(sentence: Sentence, match: RegExpExecArray): Candidate[] {
  const { date: words = "", group = "" } = match.groups ?? {};
  const [date] = findDates(words);
  if (!date || date.kind === "unclear") return [];
  const end = match.index + match[0].length;
  const groupSpan = shift({ start: end - group.length, end }, sentence.start);
  const dateSpan = shift(date.span, sentence.start + match.index + match[0].indexOf(words));
  return [{ group: reference(group), groupSpan, date, dateSpan, weight: 3 }];
}

/** A date soon after the group, with no other meeting or group between. */
function dateAfter(text: string, end: number): WrittenDate | null {
  const window = text.slice(end, end + WINDOW);
  const [date] = findDates(window);
  if (!date || date.kind === "unclear") return null;
  return /[.;]|\b(?:SG|TSAG|WTSA|Q)\s?\d?/.test(window.slice(0, date.span.start)) ? null : date;
}

function reference(named: string): string {
  if (/TSAG/i.test(named)) return "TSAG";
  if (/WTSA/i.test(named)) return named.replace(/^ITU-?T\s/i, "").toUpperCase();
  return `SG${Number(named.replace(/\D/g, ""))}`;
}
