import type { Day } from "#lib/kernel/day";
import { AppError } from "#lib/kernel/errors";
import type { Finding } from "#lib/kernel/finding";
import { say } from "#lib/kernel/words";
import { readApproval } from "./approval.ts";
import { readDestinations, readSenders } from "./addresses.ts";
import { checkLetter } from "./check-letter.ts";
import { readContacts } from "./contacts.ts";
import { readDeadline } from "./deadline.ts";
import { fieldsOf, type Header, readHeader, valueSpan } from "./header-fields.ts";
import type { LetterText, ParsedLetter, Quote, Read } from "./letter.ts";
import { readDirection, readIsReply, readTitle } from "./marks.ts";
import { evenOut, type Span, shift, tidy } from "./plain-text.ts";
import { readProposal } from "./proposal.ts";
import { LONGEST_LETTER, READ_UP_TO, whyNoLetter } from "./recognise.ts";
import { findMentions, findQuestions, type Mention, onceEach, questionsOfField } from "./references.ts";
import { sentencesOf } from "./sentences.ts";

/**
 * Understands a liaison statement: its header or envelope if it has one, its prose, and the series it proposes.
 *
 * Every field that is not empty has its words in `evidence`; `text.slice(offset, offset + words.length)` of the
 * given text are these words. What the text leaves open stays empty and a finding says so. Takes time in
 * proportion to the length. `today` decides whether a deadline is over.
 *
 * @throws AppError `invalid` when the text is no liaison statement.
 */
export function parseLetter(text: string, today: Day): ParsedLetter {
  if (text.length > LONGEST_LETTER) throw new AppError("invalid", "liaison.refusal.tooLong");
  const letter = openLetter(text.slice(0, READ_UP_TO));
  const refusal = whyNoLetter(letter);
  if (refusal) throw new AppError("invalid", refusal);

  const title = readTitle(letter);
  const from = readSenders(letter);
  const to = readDestinations(letter, title, from.value);
  const proposal = readProposal(letter);
  const groups = readGroups(letter, from.value, proposal);
  const reads = {
    direction: readDirection(letter, title),
    isReply: readIsReply(letter, title),
    title,
    from,
    to,
    questions: groups.questions,
    workingParties: groups.workingParties,
    deadline: readDeadline(letter),
    approval: readApproval(
      letter,
      to.value.map(({ group }) => group),
    ),
    contacts: readContacts(letter),
    abstract: readAbstract(letter),
    proposal,
  };
  const facts = valuesOf(reads);
  const all = Object.values(reads);
  return {
    ...facts,
    evidence: quotesOf(
      text,
      all.flatMap(({ places }) => [...places]),
    ),
    findings: [
      ...cutOff(text),
      ...all.flatMap(({ findings }) => findings),
      ...checkLetter(letter, facts, today),
    ],
  };
}

/** Annexes may make a letter long; what it says of itself stands at its beginning. */
function cutOff(text: string): Finding[] {
  if (text.length <= READ_UP_TO) return [];
  return [
    { rule: "L0", severity: "show", message: say("liaison.finding.cutOff", { characters: READ_UP_TO }) },
  ];
}

/** Prepares a text for reading: evened out, with its header and its sentences. */
export function openLetter(raw: string): LetterText {
  const text = evenOut(raw);
  const header = readHeader(text);
  return { raw, text, header, sentences: sentencesOf(header.prose) };
}

/** No letter mentions more Questions. */
const MOST = 2_000;

type Reads<T> = { [Name in keyof T]: Read<T[Name]> };

function valuesOf<T extends Record<string, unknown>>(reads: Reads<T>): T {
  const entries = Object.entries<Read<unknown>>(reads).map(([name, { value }]) => [name, value]);
  return Object.fromEntries(entries) as T;
}

/** Quotes by field path. The paths above a field (`to` of `to.0.group`) quote the first words below them. */
function quotesOf(text: string, places: readonly (readonly [string, Span])[]): Record<string, Quote> {
  const quotes: Record<string, Quote> = {};
  for (const [path, span] of places) {
    if (span.end > span.start) quotes[path] = { text: text.slice(span.start, span.end), offset: span.start };
  }
  for (const [path, quote] of Object.entries({ ...quotes })) {
    const steps = path.split(".");
    for (let depth = steps.length - 1; depth > 0; depth -= 1) {
      const above = steps.slice(0, depth).join(".");
      if (above !== "proposal") quotes[above] ??= quote;
    }
  }
  return quotes;
}

function readAbstract(letter: LetterText): Read<string> {
  const [field] = fieldsOf(letter.header, letter.text, "abstract");
  if (!field) return { value: "", places: [], findings: [] };
  const span = valueSpan(field);
  return { value: tidy(letter.raw.slice(span.start, span.end)), places: [["abstract", span]], findings: [] };
}

type Groups = {
  readonly questions: Read<readonly string[]>;
  readonly workingParties: Read<readonly string[]>;
};

/**
 * The Questions from and to, and the Working Parties: of the header, of the destinations, and those that are to
 * meet. Questions that the prose mentions otherwise count only when there are none of these.
 */
function readGroups(letter: LetterText, from: readonly string[], proposal: Read<unknown>): Groups {
  const sg = /^SG(\d+)$/.exec(from[0] ?? "")?.[1] ?? null;
  const inHeader = [...headerMentions(letter.header, letter.text, sg), ...partyMentions(letter, proposal)];
  const inProse = proseMentions(letter);
  const ofKind = (kind: Mention["kind"], mentions: readonly Mention[]) =>
    mentions.filter((one) => one.kind === kind);
  const questions = ofKind("Q", inHeader);
  return {
    questions: listed("questions", questions.length > 0 ? questions : ofKind("Q", inProse)),
    workingParties: listed("workingParties", ofKind("WP", [...inHeader, ...inProse])),
  };
}

function proseMentions(letter: LetterText): Mention[] {
  const found: Mention[] = [];
  for (const { text, start } of letter.sentences) {
    if (found.length >= MOST) break;
    found.push(...findQuestions(text).map((one) => ({ ...one, span: shift(one.span, start) })));
  }
  return found;
}

function headerMentions(header: Header, text: string, sg: string | null): Mention[] {
  const partOf = (span: Span, read: (part: string) => Mention[]) =>
    read(text.slice(span.start, span.end)).map((one) => ({ ...one, span: shift(one.span, span.start) }));
  const numbered = (names: "questions" | "workingParty") =>
    fieldsOf(header, text, names).flatMap(({ parts }) =>
      parts.flatMap((part, at) =>
        at === 0 || isList(text, part)
          ? partOf(part, (one) => questionsOfField(one, sg, names === "workingParty"))
          : [],
      ),
    );
  const named = fieldsOf(
    header,
    text,
    "source",
    "from",
    "to",
    "action",
    "information",
    "comment",
    "approval",
  ).flatMap(({ parts }) => parts.flatMap((part) => partOf(part, findMentions)));
  return [...numbered("questions"), ...numbered("workingParty"), ...named];
}

/** Whether a further cell of the Questions' field goes on with numbers, and is not the place and date of a meeting. */
const isList = (text: string, { start, end }: Span) =>
  /^[\dQqs.,;&\s/()-]+(?:and[\dQqs.,;&\s/()-]+)?$/.test(text.slice(start, end));

function partyMentions(letter: LetterText, proposal: Read<unknown>): Mention[] {
  return proposal.places
    .filter(([path]) => path.startsWith("proposal.parties."))
    .flatMap(([, span]) =>
      findQuestions(`Q ${letter.text.slice(span.start, span.end)}`.replace(/^Q (?=[A-Za-z])/, "  ")).map(
        (one) => ({ ...one, span }),
      ),
    );
}

function listed(path: string, mentions: readonly Mention[]): Read<readonly string[]> {
  const once = onceEach(mentions);
  return {
    value: once.map(({ reference }) => reference),
    places: once.map(({ span }, at) => [`${path}.${at}`, span] as const),
    findings: [],
  };
}
