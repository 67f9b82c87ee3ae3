import type { Finding } from "#lib/kernel/finding";
import { say } from "#lib/kernel/words";
import { findDates, lastDayOf, type WrittenDate } from "./dates.ts";
import { fieldsOf, valueSpan } from "./header-fields.ts";
import type { Approval, LetterText, Method, Read } from "./letter.ts";
import { type Found, type Span, shift, spanOf } from "./plain-text.ts";
import { findGroups, findMentions, type Mention } from "./references.ts";
import type { Sentence } from "./sentences.ts";

const CORRESPONDENCE =
  /\b(?:by\s)?correspondence\b|\bmailing lists?\b|\be-?mail\b|\breflector\b|\binternal consultation\b/i;
const MEETING = /\bmeeting\b|\bplenary\b|\bsession\b/i;
/** `(Geneva, ` before a date */
const PLACE = /\(\s?\p{Lu}[\p{L} .'-]{2,40},/u;
const OWN = /\bthis\s(?:liaison(?:\sstatement)?|LS)\b[^.]{0,40}\b(?:approved|agreed|endorsed)\b/i;
const ASKS =
  /\b(?:could|can|may|might|would|should|to)\s(?:also\s|please\s)?(?:consider|agree|approve|confirm|consult|endorse|respond|decide)\b/i;
const LEVEL_WORDS: readonly (readonly [RegExp, string])[] = [
  [/\brapporteurs?(?:'s)?\s(?:group|meeting)|\bQuestion\b/i, "Q"],
  [/\bworking part(?:y|ies)\b/i, "WP"],
  [/\bstudy group\b|\bplenary\b/i, "SG"],
];

/**
 * At which level, by which body, how and when the letter was approved; where it says nothing of that but asks its
 * addressee to agree by correspondence, that body and method. Null when it says neither.
 */
export function readApproval(letter: LetterText, to: readonly string[]): Read<Approval | null> {
  const [field] = fieldsOf(letter.header, letter.text, "approval");
  if (field) return approvalIn(letter.text, valueSpan(field));
  const own = letter.sentences.find(({ text }) => OWN.test(text));
  if (own) return approvalIn(letter.text, own);
  for (const sentence of letter.sentences) {
    const asked = agreementAsked(sentence, to);
    if (asked) return asked;
  }
  return { value: null, places: [], findings: [] };
}

function approvalIn(text: string, span: Span): Read<Approval> {
  const words = text.slice(span.start, span.end);
  const date = findDates(words).find((one) => lastDayOf(one) !== null) ?? null;
  const body = bodyOf(words);
  return approvalOf(span, { date, body, level: levelOf(words, body), method: methodOf(words, date) });
}

type Parts = {
  readonly date: WrittenDate | null;
  readonly body: Mention | null;
  readonly level: Found<string> | null;
  readonly method: Found<Method> | null;
};

function approvalOf(span: Span, { date, body, level, method }: Parts): Read<Approval> {
  const parts = Object.entries({ level, body, method, date });
  return {
    value: {
      level: valueOf(level),
      body: body && body.reference,
      method: valueOf(method),
      date: date && lastDayOf(date),
    },
    places: [
      ["approval", span],
      ...parts.flatMap(([name, one]) =>
        one ? [[`approval.${name}`, shift(one.span, span.start)] as const] : [],
      ),
    ],
    findings: date ? ofRange(date) : [],
  };
}

const valueOf = <T>(found: Found<T> | null): T | null => found && found.value;

function ofRange(date: WrittenDate): Finding[] {
  if (date.kind !== "range") return [];
  const message = say("liaison.finding.approvalRange", { from: date.from, to: date.to });
  return [{ rule: "L5", severity: "show", message }];
}

/** A rapporteur group, when it says so or names only Questions; else the Working Party; else the Study Group. */
function bodyOf(words: string): Mention | null {
  const mentions = findMentions(words);
  const first = (...kinds: readonly Mention["kind"][]) =>
    mentions.find(({ kind }) => kinds.includes(kind)) ?? null;
  if (/\brapporteur/i.test(words) && first("Q")) return first("Q");
  return first("WP") ?? first("SG", "TSAG") ?? first("Q");
}

function levelOf(words: string, body: Mention | null): Found<string> | null {
  if (body) return { value: body.kind, span: body.span };
  for (const [pattern, level] of LEVEL_WORDS) {
    const match = pattern.exec(words);
    if (match) return { value: level, span: spanOf(match) };
  }
  return null;
}

function methodOf(words: string, date: WrittenDate | null): Found<Method> | null {
  const byLetter = CORRESPONDENCE.exec(words);
  if (byLetter) return { value: "correspondence", span: spanOf(byLetter) };
  const meeting = MEETING.exec(words);
  if (meeting) return { value: "meeting", span: spanOf(meeting) };
  const place = PLACE.exec(words);
  if (place) return { value: "meeting", span: spanOf(place) };
  return date?.kind === "range" ? { value: "meeting", span: date.span } : null;
}

function agreementAsked(sentence: Sentence, to: readonly string[]): Read<Approval> | null {
  const asks = ASKS.exec(sentence.text);
  const how = asks && CORRESPONDENCE.exec(sentence.text.slice(asks.index));
  if (!asks || !how) return null;
  const before = findGroups(sentence.text).filter(
    ({ group, span }) => to.includes(group) && span.end <= asks.index,
  );
  const who = before.at(-1);
  if (!who) return null;
  const method = spanOf(how, sentence.start + asks.index);
  return {
    value: { level: null, body: who.group, method: "correspondence", date: null },
    places: [
      ["approval", { start: sentence.start + who.span.start, end: method.end }],
      ["approval.body", shift(who.span, sentence.start)],
      ["approval.method", method],
    ],
    findings: [
      { rule: "L7", severity: "show", message: say("liaison.finding.agreementAsked", { group: who.group }) },
    ],
  };
}
