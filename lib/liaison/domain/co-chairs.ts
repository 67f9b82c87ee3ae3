import type { Finding } from "#lib/kernel/finding";
import { say } from "#lib/kernel/words";
import { honorificLength } from "./contacts.ts";
import type { LetterText, ProposedCoChair, Read } from "./letter.ts";
import { type Found, type Span, shift, tidy } from "./plain-text.ts";
import { findGroups, findMentions } from "./references.ts";
import type { Sentence } from "./sentences.ts";

const CO_CHAIR = /\bco-?\s?chair(?:man|woman|person|ed)?s?\b/i;
const BULLET = /^\s{0,20}[·•●▪◦*\-–(\d]/;
const honorific = String.raw`(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Eng|Mme|Sr|Sra)\b\.?\s{1,3}){1,3}`;
const word = String.raw`\p{Lu}[\p{L}'.-]{0,30}`;
const particle = String.raw`(?:\s{1,3}(?:de|van|von|der|den|bin|bint|al|el|da|di|la|le|dos|del|du)){0,2}`;
const tail = String.raw`(?:${particle}\s{1,3}${word})`;
const office = String.raw`(?=\s{0,3}(?:\([^()]{0,80}(?:[Cc]hair|[Rr]apporteur|[Cc]ounsellor|WP|SG)|,\s[^,;.()]{0,60}(?:[Cc]hair|[Rr]apporteur)))`;
const surname = String.raw`${tail}{0,3}${particle}\s{1,3}\p{Lu}[\p{Lu}'-]{1,30}(?!\p{L})`;
const PERSON = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${honorific}${word}${tail}{0,4}|${word}${tail}{1,4}${office}|${word}${surname})`,
  "gu",
);
/** Words that begin a sentence or name a group, and are no part of a name. */
const NOT_A_NAME =
  /^(?:(?:We|The|Welcoming|Nominating|Proposing|And|As|Co-?[Cc]hairs?|Chairs?|Study|Group|Working|Party|For|From|Therefore|Also|Likewise|ITU-T|Question|Should|Regarding|While|With|In|On|At|To|Its|Our)\s{1,3}){1,4}/;

type Person = { readonly name: Found<string>; readonly whole: Span };

/** The people put forward as co-chairs, in order, each with office and side where the letter says so. */
export function readCoChairs(letter: LetterText): Read<readonly ProposedCoChair[]> {
  const found = coChairSentences(letter).flatMap((sentence) => inSentence(sentence));
  const once = found.filter(
    ({ value }, at) => found.findIndex((one) => one.value.name === value.name) === at,
  );
  return {
    value: once.map(({ value }) => value),
    places: once.flatMap(({ places }, at) =>
      places.map(([name, span]) => [`proposal.coChairs.${at}.${name}`, span] as const),
    ),
    findings: once.flatMap(({ findings }) => findings),
  };
}

/** Sentences that speak of co-chairs, and the bullets that follow one that ends in a colon. */
function coChairSentences(letter: LetterText): Sentence[] {
  const chosen: Sentence[] = [];
  let inList = false;
  for (const sentence of letter.sentences) {
    const speaks = CO_CHAIR.test(sentence.text);
    if (speaks || (inList && BULLET.test(sentence.text))) chosen.push(sentence);
    inList = speaks ? sentence.text.trimEnd().endsWith(":") : inList && BULLET.test(sentence.text);
  }
  return chosen;
}

function inSentence(sentence: Sentence): Read<ProposedCoChair>[] {
  const people = peopleIn(sentence.text);
  return people.map((person, at) => {
    const before = people[at - 1]?.whole.end ?? 0;
    const after = people[at + 1]?.whole.start ?? sentence.text.length;
    return toCoChair(sentence, person, { start: before, end: after });
  });
}

function peopleIn(text: string): Person[] {
  return [...text.matchAll(PERSON)].flatMap((match) => {
    const lead = NOT_A_NAME.exec(match[0])?.[0].length ?? 0;
    const skipped = lead + honorificLength(match[0].slice(lead));
    const name = match[0].slice(skipped).replace(/[.'-]+$/, "");
    const start = match.index + skipped;
    if (!/\p{Lu}/u.test(name) || (skipped === lead && !/\s/.test(name.trim()))) return [];
    const span = { start, end: start + name.length };
    return [{ name: { value: tidy(name), span }, whole: { start: match.index, end: span.end } }];
  });
}

function toCoChair(sentence: Sentence, { name, whole }: Person, room: Span): Read<ProposedCoChair> {
  const held = officeAfter(sentence.text, whole.end);
  const said =
    sideAfter(sentence.text, whole.end, room.end) ?? sideBefore(sentence.text, room.start, whole.start);
  const derived = said ? null : sideOfOffice(held);
  const side = said ?? derived;
  const places: [string, Span][] = [["name", shift(name.span, sentence.start)]];
  if (held) places.push(["office", shift(held.span, sentence.start)]);
  if (side) places.push(["side", shift(side.span, sentence.start)]);
  return {
    value: { name: name.value, office: held?.value ?? null, side: side?.value ?? null },
    places,
    findings: findingsOf(name.value, { held, side, derived }),
  };
}

type Known = { held: Found<string> | null; side: Found<string> | null; derived: Found<string> | null };

function findingsOf(name: string, { held, side, derived }: Known): Finding[] {
  const findings: Finding[] = [];
  if (!held)
    findings.push({ rule: "L0", severity: "warn", message: say("liaison.finding.coChairOffice", { name }) });
  if (!side)
    findings.push({ rule: "L0", severity: "warn", message: say("liaison.finding.coChairSide", { name }) });
  if (derived) {
    const values = { name, group: derived.value, office: held?.value ?? "" };
    findings.push({
      rule: "L0",
      severity: "show",
      message: say("liaison.finding.coChairSideByOffice", values),
    });
  }
  return findings;
}

/** `(WP2/20 Chair)` or `, Chair of WP2/20,` right after the name. */
function officeAfter(text: string, end: number): Found<string> | null {
  const rest = text.slice(end, end + 120);
  const match =
    /^\s{0,3}\(\s{0,3}([^()]{2,90}?)\s{0,3}\)/.exec(rest) ??
    /^,\s{1,3}((?:the\s)?[^,;.()]{0,60}(?:[Cc]hair|[Rr]apporteur)[^,;.()]{0,40}?)(?=[,;.]|\sas\s|\sfor\s|\sto\sbe\s|$)/.exec(
      rest,
    );
  const inner = match?.[1];
  if (!match || !inner) return null;
  const part = inner
    .split(/[,;]\s/)
    .find((one) => /chair|rapporteur|counsellor|editor|head|director/i.test(one));
  if (!part) return null;
  const start = end + match[0].indexOf(part);
  return { value: tidy(part), span: { start, end: start + part.length } };
}

const FOR_SIDE = /(?:\b(?:for|from|of|on behalf of|representing)\s(?:the\s)?|[(,;]\s{0,2})$/i;

/** `as the co-chair for SG20`, `from SG2`, `(…, SG2)` between this name and the next. */
function sideAfter(text: string, from: number, to: number): Found<string> | null {
  const rest = text.slice(from, to);
  const named = findGroups(rest).filter(({ span }) =>
    FOR_SIDE.test(rest.slice(Math.max(0, span.start - 24), span.start)),
  );
  const afterCoChair = named.find(({ span }) =>
    CO_CHAIR.test(rest.slice(Math.max(0, span.start - 60), span.start)),
  );
  const chosen = afterCoChair ?? named[0];
  return chosen ? { value: chosen.group, span: shift(chosen.span, from) } : null;
}

/** `the co-chair for SG20 is …`, `SG20's co-chair`, `SG20 nominates …`. */
function sideBefore(text: string, from: number, to: number): Found<string> | null {
  const rest = text.slice(from, to);
  const chosen = findGroups(rest).findLast(({ span }) => {
    const after = rest.slice(span.end, span.end + 60);
    const isNamed = CO_CHAIR.test(rest.slice(0, span.start)) && FOR_SIDE.test(rest.slice(0, span.start));
    return (
      isNamed ||
      /^(?:'s)?[\s:]{0,3}(?:co-?chair|nominates|nominated|puts forward|appoints|proposes|designates)/i.test(
        after,
      )
    );
  });
  return chosen ? { value: chosen.group, span: shift(chosen.span, from) } : null;
}

function sideOfOffice(held: Found<string> | null): Found<string> | null {
  if (!held) return null;
  const groups = new Set(findMentions(held.value).map(({ group }) => group));
  const [only] = [...groups];
  return groups.size === 1 && only ? { value: only, span: held.span } : null;
}
