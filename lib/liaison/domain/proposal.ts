import type { Finding } from "#lib/kernel/finding";
import { say, type WordKey } from "#lib/kernel/words";
import { readCoChairs } from "./co-chairs.ts";
import type { LetterText, Proposal, Read } from "./letter.ts";
import { type Found, type Span, shift, spanOf, tidy } from "./plain-text.ts";
import { type MeetingPhrase, meetingPhrases } from "./proposal-count.ts";
import { readTarget } from "./proposal-target.ts";
import { findGroups, findQuestions } from "./references.ts";
import type { Sentence } from "./sentences.ts";

const PROPOSES =
  /\b(?:propos\w{1,6}|suggest\w{0,5}|invit\w{1,7}|request\w{0,4}|recommend\w{0,7}|offers?|would (?:like|be pleased|be grateful)|wish(?:es)?|agree[sd]?\s(?:to|with|on)|welcomes?|convene\w?|plans?\sto|should hold)\b/i;
const REFUSES =
  /\b(?:cannot|can not|does not|do not|did not|is not|are not|unable to|declines?|regrets?|not in a position to|no need for|see no need)\b[^.;]{0,80}$/i;
const BETWEEN = /\b(?:between|of|by|with|among|for)\s/i;
const MANDATE =
  /\b(?<wtsa>(?:WTSA(?:-?\d{2,4})?|TSAG)\s)?Actions?(?:\s[Ii]tems?)?\s{0,2}[[(]?\s?(?<reference>[A-Za-z]?\d[\w/.-]{0,18}\w|\d)|\[(?<bare>\d{1,3}[A-Z]{1,2}\d{0,3}\/\d{1,3})(?=\])/g;
const OUTPUT =
  /\b(?:outputs?|deliverables?|outcomes?|results?)\s(?:of\s[^.;:]{1,60}?\s)?(?:(?:would|will|shall|should|could)\sbe|is|are|being|:)\s{0,2}|\b(?:expected\s)?(?:outputs?|deliverables?)\s?:\s{0,2}|\b(?:with a view to|in order to|so as to|and)\s(?:producing|preparing|drafting|produce|prepare|draft)\s/gi;
const TOPIC =
  /\b(?:focus(?:es|ed|ing)?\son|discuss(?:ing)?|address(?:ing)?|on the (?:topic|subject) of|clarify(?:ing)?|dedicated to|topics?\s?:)\s{1,3}(?:discussing\s)?/gi;
/** Weaker than the words above: it may stand in a title. */
const TOPIC_OF_MEETINGS = /\bmeetings\s(?:on|about)\s{1,3}/gi;
const ABOUT_MEETINGS = /\b(?:meetings?|RGMs?|sessions?|agendas?|outputs?|series|deliverables?|topics?)\b/i;
const THING_END =
  /[.;:()\n]|,\s(?:and|with|which|so|in order|prior|before|to be|as)\b|\s(?:prior to|before TSAG|by TSAG|between\s(?:Q|SG|Study))/;
const ARTICLE = /^(?:the|a|an|discussing the|discussing)\s{1,3}/i;

/** The joint meetings that a letter proposes, or null when it proposes none. */
export function readProposal(letter: LetterText): Read<Proposal | null> {
  const phrases = letter.sentences
    .filter(({ text }) => PROPOSES.test(text))
    .flatMap(meetingPhrases)
    .filter(isProposed);
  if (phrases.length === 0) return { value: null, places: [], findings: [] };
  const proposing = [...new Set(phrases.map(({ sentence }) => sentence))];
  const count = readCount(phrases);
  const format = readFormat(phrases);
  const parties = readParties(proposing);
  const target = readTarget(letter, proposing);
  const coChairs = readCoChairs(letter);
  const mandate = readMandate(letter);
  const topic = readThing(letter, "topic", [TOPIC, TOPIC_OF_MEETINGS]);
  const output = readThing(letter, "output", [OUTPUT]);
  const value = {
    meetings: count.value,
    format: format.value,
    parties: parties.value,
    target: target.value,
    coChairs: coChairs.value,
    mandate: mandate.value,
    topic: topic.value,
    output: output.value,
  };
  const reads = [count, format, parties, target, coChairs, mandate, topic, output];
  return {
    value,
    places: reads.flatMap(({ places }) => places),
    findings: [...reads.flatMap(({ findings }) => findings), ...missing(value)],
  };
}

function isProposed({ sentence, span, isJoint }: MeetingPhrase): boolean {
  const before = sentence.text.slice(Math.max(0, span.start - 100), span.start);
  if (REFUSES.test(before) && !/\binstead\b/i.test(before)) return false;
  const hasParties = findQuestions(sentence.text).length >= 2 && /\bbetween\b/i.test(sentence.text);
  return (
    isJoint ||
    hasParties ||
    /\bjoint(?:ly)?\b[^.;]{0,40}$/i.test(before) ||
    /^[^.;]{0,30}\bjointly\b/i.test(sentence.text.slice(span.end, span.end + 60))
  );
}

function place({ sentence }: MeetingPhrase, span: Span): Span {
  return shift(span, sentence.start);
}

function readCount(phrases: readonly MeetingPhrase[]): Read<number | null> {
  const counted = phrases.filter(({ count }) => count !== null);
  const values = new Set(counted.map(({ count }) => count?.value).filter((value) => value !== 1));
  if (phrases.some(({ isUnclear }) => isUnclear) || values.size > 1)
    return none("warn", "liaison.finding.meetingsUnclear");
  const [first] = counted.filter(({ count }) => values.size === 0 || count?.value !== 1);
  if (!first?.count) return none("warn", "liaison.finding.meetingsMissing");
  return {
    value: first.count.value,
    places: [["proposal.meetings", place(first, first.span)]],
    findings: [],
  };
}

function readFormat(phrases: readonly MeetingPhrase[]): Read<Proposal["format"]> {
  const first = phrases.find(({ format }) => format !== null);
  if (!first?.format) return formatBeside(phrases);
  return {
    value: first.format.value,
    places: [["proposal.format", place(first, first.format.span)]],
    findings: [],
  };
}

const BESIDE: readonly (readonly [RegExp, NonNullable<Proposal["format"]>])[] = [
  [/\b(?:virtually|remotely|online|virtual)\b/i, "virtual"],
  [/\bhybrid\b/i, "hybrid"],
  [/\b(?:in person|face-to-face|physically|physical)\b/i, "physical"],
];

/** `… meetings, held in person`: the one format that the sentences name. */
function formatBeside(phrases: readonly MeetingPhrase[]): Read<Proposal["format"]> {
  const found = phrases.flatMap(({ sentence }) =>
    BESIDE.flatMap(([pattern, format]) => {
      const match = pattern.exec(sentence.text);
      return match ? [{ format, span: spanOf(match, sentence.start) }] : [];
    }),
  );
  const [first] = found;
  if (!first || found.some(({ format }) => format !== first.format))
    return none("warn", "liaison.finding.formatMissing");
  return { value: first.format, places: [["proposal.format", first.span]], findings: [] };
}

/** The Questions of the sentence that proposes, else its Study Groups. */
function readParties(proposing: readonly Sentence[]): Read<readonly string[]> {
  for (const find of [findQuestions, findGroups]) {
    for (const sentence of proposing) {
      const from = find === findQuestions ? 0 : sentence.text.search(BETWEEN);
      const found = from < 0 ? [] : find(sentence.text).filter(({ span }) => span.start >= from);
      const once = found.filter(
        ({ reference }, at) => found.findIndex((one) => one.reference === reference) === at,
      );
      if (once.length < 2) continue;
      return {
        value: once.map(({ reference }) => reference),
        places: once.map(({ span }, at) => [`proposal.parties.${at}`, shift(span, sentence.start)] as const),
        findings: [],
      };
    }
  }
  return { ...none("warn", "liaison.finding.partiesMissing"), value: [] };
}

function readMandate(letter: LetterText): Read<string | null> {
  const found = [...letter.text.matchAll(MANDATE)].flatMap((match): Found<string>[] => {
    const { wtsa, bare, reference = bare ?? "" } = match.groups ?? {};
    if (!wtsa && !reference.includes("/")) return [];
    const start = match.index + match[0].length - reference.length;
    return [
      {
        value: reference.replace(/[.-]+$/, ""),
        span: { start, end: start + reference.replace(/[.-]+$/, "").length },
      },
    ];
  });
  const [first] = found;
  if (!first) return none("show", "liaison.finding.mandateMissing");
  if (found.some(({ value }) => value !== first.value)) return none("warn", "liaison.finding.mandateSeveral");
  return { value: first.value, places: [["proposal.mandate", first.span]], findings: [] };
}

/** What stands after the first of the words that introduce it, up to the end of the clause. */
function readThing(
  letter: LetterText,
  name: "topic" | "output",
  introductions: readonly RegExp[],
): Read<string | null> {
  const about = letter.sentences.filter(({ text }) => ABOUT_MEETINGS.test(text));
  for (const introduction of introductions) {
    for (const sentence of about) {
      const span = firstThing(sentence.text, introduction);
      if (!span) continue;
      const value = tidy(letter.raw.slice(sentence.start + span.start, sentence.start + span.end));
      return { value, places: [[`proposal.${name}`, shift(span, sentence.start)]], findings: [] };
    }
  }
  return none("show", name === "topic" ? "liaison.finding.topicMissing" : "liaison.finding.outputMissing");
}

function firstThing(text: string, introduction: RegExp): Span | null {
  for (const match of text.matchAll(introduction)) {
    const span = thingAt(text, match.index + match[0].length);
    if (span) return span;
  }
  return null;
}

function thingAt(text: string, from: number): Span | null {
  const rest = text.slice(from, from + 300);
  const article = ARTICLE.exec(rest)?.[0].length ?? 0;
  const stop = rest.slice(article).search(THING_END);
  const thing = rest.slice(article, stop < 0 ? rest.length : article + stop).trimEnd();
  if (thing.length < 6 || thing.length >= 290) return null;
  return { start: from + article, end: from + article + thing.length };
}

function missing({ target, coChairs }: Pick<Proposal, "target" | "coChairs">): Finding[] {
  const findings: Finding[] = [];
  const note = (key: WordKey) => findings.push({ rule: "L0", severity: "warn", message: say(key) });
  if (!target.group) note("liaison.finding.targetMissing");
  else if (!target.month) note("liaison.finding.targetDateMissing");
  if (coChairs.length === 0) note("liaison.finding.coChairsMissing");
  return findings;
}

function none(severity: "warn" | "show", key: WordKey): Read<null> {
  return { value: null, places: [], findings: [{ rule: "L0", severity, message: say(key) }] };
}
