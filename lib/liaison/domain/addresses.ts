import { type Field, fieldsOf, valueOf } from "./header-fields.ts";
import type { Destination, LetterText, Purpose, Read } from "./letter.ts";
import { type Found, isAbsent, type Span, shift, tidy, trimSpan } from "./plain-text.ts";
import { findGroups, findMentions, type Mention } from "./references.ts";
import type { Sentence } from "./sentences.ts";

const SAYS =
  /^[\s),]{0,3}(?:\s?also\s|\s?therefore\s|\s?likewise\s|\s?kindly\s)?\s?(?:thanks?|would\slike|wish(?:es)?|propos(?:es|ed)|informs?|requests?|invites?|asks?|kindly|(?:is|are)\s(?:pleased|grateful|glad|happy)|appreciates?|supports?|welcomes?|notes?|suggests?|seeks?|acknowledges?|reviewed|discussed|considered|agreed|has\s(?:reviewed|considered|discussed|agreed)|views?|shares?|hereby)\b/;
const ADDRESSED =
  /\b(?:thanks?|thank|inform|informs|invite|invites|request|requests|ask|asks|notify|notifies|liaise with|reply to|kindly requests)\s(?:that\s)?(?:the\s)?$|\bshould\s$/i;
const THIS_LETTER = /\bthis\s(?:liaison|LS)\b/i;
const SENT_TO = /\b(?:from|sent|addressed|directed|goes)\b[^.;,]{0,60}\sto\s(?:the\s)?$/i;
const FROM_WORDS = /\b(?:from|on behalf of)\s(?:the\s)?$/i;
const TITLE_END = /\[\s?to\s([^\]]{2,120})\]\s?$/i;
const BETWEEN_BODIES = /[;\n\t]|,(?=\s)|\s(?:and|&)\s(?=[\p{Lu}\d])/gu;
const MAX_NAME = 100;
const MAX_PART = 2_000;
/** More senders or destinations than this are no letter's. */
const MOST = 200;

/** The groups that send the letter. */
export function readSenders(letter: LetterText): Read<readonly string[]> {
  const found = distinct(
    firstFull(
      () =>
        fieldsOf(letter.header, letter.text, "source").flatMap((field) =>
          bodiesOfField(letter, field, "groups"),
        ),
      () =>
        fieldsOf(letter.header, letter.text, "from").flatMap((field) =>
          bodiesOfField(letter, field, "groups"),
        ),
      () => studyGroupField(letter),
      () =>
        fieldsOf(letter.header, letter.text, "source").flatMap((field) =>
          bodiesOfField(letter, field, "all"),
        ),
      () => envelopeSender(letter),
      () => sendersInProse(letter),
    ),
  );
  return listed("from", found);
}

function firstFull<T>(...tries: readonly (() => T[])[]): T[] {
  for (const attempt of tries) {
    const found = attempt();
    if (found.length > 0) return found;
  }
  return [];
}

function envelopeSender(letter: LetterText): Found<string>[] {
  return fieldsOf(letter.header, letter.text, "from")
    .filter(({ label }) => /group/i.test(letter.text.slice(label.start, label.end)))
    .flatMap((field) => bodiesOfField(letter, field, "all"));
}

function studyGroupField(letter: LetterText): Found<string>[] {
  return fieldsOf(letter.header, letter.text, "studyGroup").flatMap((field) => {
    const number = /^\D{0,20}(\d{1,2})(?!\d)/.exec(valueOf(field, letter.text))?.[1];
    const span = field.parts[0];
    return number && span ? [{ value: `SG${Number(number)}`, span }] : [];
  });
}

/** Without a header the sender is the group that thanks, informs, proposes first. */
function sendersInProse({ sentences }: LetterText): Found<string>[] {
  for (const sentence of sentences) {
    const said = findGroups(sentence.text).find(
      ({ span }) =>
        SAYS.test(sentence.text.slice(span.end, span.end + 40)) ||
        FROM_WORDS.test(sentence.text.slice(Math.max(0, span.start - 30), span.start)),
    );
    if (said) return [{ value: said.group, span: shift(said.span, sentence.start) }];
  }
  return [];
}

/**
 * To whom the letter goes, and what for. From the header; else from the title's `[to …]`; else from the prose.
 *
 * A purpose that the letter does not state is null.
 */
export function readDestinations(
  letter: LetterText,
  title: Read<string>,
  from: readonly string[],
): Read<readonly Destination[]> {
  const labelled = (["action", "information", "comment"] as const).flatMap((purpose) =>
    fieldsOf(letter.header, letter.text, purpose).flatMap((field) =>
      bodiesOfField(letter, field, "all").map((body) => ({
        body,
        purpose: { value: purpose, span: field.label },
      })),
    ),
  );
  const others = labelled.length > 0 ? [] : withoutLabel(letter, title, from);
  const found = distinctDestinations([...labelled, ...others]);
  return {
    value: found.map(({ body, purpose }) => ({ group: body.value, purpose: purpose?.value ?? null })),
    places: found.flatMap(({ body, purpose }, at) => [
      [`to.${at}.group`, body.span] as const,
      ...(purpose ? [[`to.${at}.purpose`, purpose.span] as const] : []),
    ]),
    findings: [],
  };
}

type Addressed = { readonly body: Found<string>; readonly purpose: Found<Purpose> | null };

function withoutLabel(letter: LetterText, title: Read<string>, from: readonly string[]): Addressed[] {
  const envelope = envelopePurpose(letter);
  const bodies = firstFull(
    () =>
      fieldsOf(letter.header, letter.text, "to").flatMap((field) =>
        bodiesOfField(letter, field, isGroupLabel(letter, field) ? "all" : "groups"),
      ),
    () => titleDestinations(letter, title),
    () => destinationsInProse(letter, from),
  ).filter(({ value }) => !from.includes(value));
  return distinct(bodies).map((body) => ({ body, purpose: envelope ?? purposeInProse(letter, body.value) }));
}

const isGroupLabel = ({ text }: LetterText, { label }: Field) =>
  /group|destination/i.test(text.slice(label.start, label.end));

function envelopePurpose(letter: LetterText): Found<Purpose> | null {
  for (const field of fieldsOf(letter.header, letter.text, "purpose")) {
    const words = [...valueOf(field, letter.text).matchAll(/\b(action|information|comment|response)s?\b/gi)];
    const [only] = words;
    const span = field.parts[0];
    if (words.length === 1 && only?.[1] && span && !/response/i.test(only[1])) {
      return { value: only[1].toLowerCase() as Purpose, span };
    }
  }
  return null;
}

function titleDestinations(letter: LetterText, title: Read<string>): Found<string>[] {
  const span = title.places[0]?.[1];
  if (!span) return [];
  const match = TITLE_END.exec(letter.text.slice(span.start, span.end));
  if (!match?.[1]) return [];
  const start = span.start + match.index + match[0].indexOf(match[1]);
  return bodiesIn(letter, { start, end: start + match[1].length }, "all");
}

function destinationsInProse({ sentences }: LetterText, from: readonly string[]): Found<string>[] {
  for (const sentence of sentences) {
    const addressed = findGroups(sentence.text).filter(
      ({ group, span }) => !from.includes(group) && isAddressed(sentence.text, span.start),
    );
    if (addressed.length > 0)
      return addressed.map(({ group, span }) => ({ value: group, span: shift(span, sentence.start) }));
  }
  return [];
}

/** The object of `thanks`, `informs`, `asks`; in a sentence about this letter also of `from … to`, `sent to`. */
function isAddressed(sentence: string, at: number): boolean {
  const before = sentence.slice(Math.max(0, at - 80), at);
  return ADDRESSED.test(before) || (THIS_LETTER.test(sentence) && SENT_TO.test(before));
}

/** `to SG20 for action`, `for the information of SG13`: only where the sentence names the group right beside. */
function purposeInProse(letter: LetterText, group: string): Found<Purpose> | null {
  const fields = fieldsOf(letter.header, letter.text, "to").flatMap(({ parts }) =>
    parts.map(({ start, end }) => ({ start, end, text: letter.text.slice(start, end) })),
  );
  for (const sentence of [...fields, ...letter.sentences]) {
    if (!/\bfor\s(?:the\s)?(?:its\s|their\s|your\s)?(?:action|information|comment)/i.test(sentence.text))
      continue;
    for (const mention of findGroups(sentence.text)) {
      const found = mention.group === group ? purposeBeside(sentence, mention) : null;
      if (found) return found;
    }
  }
  return null;
}

function purposeBeside(sentence: Sentence, { span }: Mention): Found<Purpose> | null {
  const after = /^[\s),(]{0,4}for\s(?:(?:its|their|your|the)\s)?(action|information|comment)s?\b/i.exec(
    sentence.text.slice(span.end, span.end + 40),
  );
  const before = /\bfor\s(?:the\s)?(action|information|comment)s?\s(?:by|to|of|from)\s(?:ITU-?T\s)?$/i.exec(
    sentence.text.slice(Math.max(0, span.start - 40), span.start),
  );
  const match = after ?? before;
  if (!match?.[1]) return null;
  const base = after ? span.end : Math.max(0, span.start - 40);
  const start = sentence.start + base + match.index + match[0].search(/for\s/i);
  return {
    value: match[1].toLowerCase() as Purpose,
    span: trimSpanAt(sentence, start, base + match.index + match[0].length),
  };
}

function trimSpanAt(sentence: Sentence, start: number, end: number): Span {
  return shift(trimSpan(sentence.text, { start: start - sentence.start, end }), sentence.start);
}

function bodiesOfField(letter: LetterText, field: Field, which: "groups" | "all"): Found<string>[] {
  return field.parts.flatMap((part) => bodiesIn(letter, part, which));
}

/** Study Groups (also those of a Question or WP that is named) and, if asked, other bodies as they are written. */
function bodiesIn(letter: LetterText, { start, end }: Span, which: "groups" | "all"): Found<string>[] {
  const text = letter.text.slice(start, Math.min(end, start + MAX_PART));
  const mentions = findMentions(text);
  const groups = mentions.map(({ group, span }) => ({ value: group, span: shift(span, start) }));
  const others = which === "all" ? otherBodies(text, mentions).map((span) => shift(span, start)) : [];
  const named = others.map((span) => ({ value: tidy(letter.raw.slice(span.start, span.end)), span }));
  return [...groups, ...named].sort((a, b) => a.span.start - b.span.start);
}

function otherBodies(text: string, mentions: readonly Mention[]): Span[] {
  const ends = [...text.matchAll(BETWEEN_BODIES)];
  const starts = [0, ...ends.map((match) => match.index + match[0].length)];
  return starts
    .map((start, at) => trimSpan(text, { start, end: ends[at]?.index ?? text.length }))
    .filter(({ start, end }) => {
      const name = text.slice(start, end);
      const isCovered = mentions.some(({ span }) => span.start < end && start < span.end);
      return (
        !isCovered &&
        end - start <= MAX_NAME &&
        /\p{L}{2}/u.test(name) &&
        !isAbsent(name) &&
        !name.includes("@")
      );
    });
}

function distinct(found: readonly Found<string>[]): Found<string>[] {
  return firstsBy(found, ({ value }) => value);
}

function firstsBy<T>(all: readonly T[], key: (one: T) => string): T[] {
  const firsts = new Map<string, T>();
  for (const one of all) if (!firsts.has(key(one))) firsts.set(key(one), one);
  return [...firsts.values()].slice(0, MOST);
}

function distinctDestinations(found: readonly Addressed[]): Addressed[] {
  return firstsBy(found, ({ body, purpose }) => `${body.value} ${purpose?.value ?? ""}`);
}

function listed(path: string, found: readonly Found<string>[]): Read<readonly string[]> {
  return {
    value: found.map(({ value }) => value),
    places: found.map(({ span }, at) => [`${path}.${at}`, span] as const),
    findings: [],
  };
}
