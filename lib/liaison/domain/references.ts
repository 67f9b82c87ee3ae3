import type { Span } from "./plain-text.ts";

/** A group as a letter names it. */
export type Mention = {
  readonly kind: "TSAG" | "SG" | "WP" | "Q";
  /** As people write it: `TSAG`, `SG20`, `WP2/20`, `Q6/20`, `All/9` for every Question of SG9. */
  readonly reference: string;
  /** The Study Group it belongs to (`SG20`), or `TSAG`. */
  readonly group: string;
  readonly span: Span;
};

// Russian, French, Spanish and Arabic names of a Study Group stand beside the English ones.
const GROUP = new RegExp(
  String.raw`(?<![\p{L}\p{N}_@-])(?:ITU-?T[\s-]{0,3})?(?:(?<tsag>TSAG)(?![\p{L}\p{N}@])|` +
    String.raw`(?<name>[Ss]tudy\s[Gg]roups?|STUDY\sGROUPS?|SGs?|Commission\sd'études|Comisión\sde\sEstudio|` +
    String.raw`(?:UIT-T|МСЭ-Т)\s(?:CE|ИК)|Исследовательская\sкомиссия|لجنة\sالدراسات)[\s-]{0,2}(?<number>\d{1,2})(?![\d@]|-(?:TD|LS|C|R)|-\d{6}))` +
    String.raw`|(?<zh>\d{1,2})\s?研究组`,
  "gu",
);
const NEXT_GROUP = /\s?(?:,\s?and\s|,|\sand\s|\s&)\s?(\d{1,2})(?![\d/@])/y;
const OTHER_SECTOR = /(?:ITU|UIT)-?[RD][\s-]{0,3}$/;

/** Every Study Group and TSAG in the text, in order. Study Groups of ITU-R and ITU-D are left out. */
export function findGroups(text: string): Mention[] {
  const found: Mention[] = [];
  for (const match of text.matchAll(GROUP)) {
    const start = match.index;
    const end = start + match[0].length;
    if (OTHER_SECTOR.test(text.slice(Math.max(0, start - 10), start))) continue;
    const { tsag, name = "", number, zh } = match.groups ?? {};
    if (tsag) found.push({ kind: "TSAG", reference: "TSAG", group: "TSAG", span: { start, end } });
    else found.push(studyGroup(Number(number ?? zh), { start, end }));
    if (/s$/i.test(name) && number) found.push(...furtherGroups(text, end));
  }
  return found.filter(({ group }) => group !== "SG0");
}

const studyGroup = (number: number, span: Span): Mention => ({
  ...{ kind: "SG", reference: `SG${number}`, group: `SG${number}`, span },
});

/** The `13 and 20` that follow `Study Groups 2,`. */
function furtherGroups(text: string, from: number): Mention[] {
  const found: Mention[] = [];
  for (let at = from; ; at = NEXT_GROUP.lastIndex) {
    NEXT_GROUP.lastIndex = at;
    const match = NEXT_GROUP.exec(text);
    if (!match?.[1]) return found;
    const end = match.index + match[0].length;
    found.push(studyGroup(Number(match[1]), { start: end - match[1].length, end }));
  }
}

const LIST_START =
  /(?<![\p{L}\p{N}_/@-])(?:(?<wp>WPs?|[Ww]orking\s[Pp]art(?:y|ies))|[Qq]uestions?(?:\(s\))?|QUESTIONS?|Qs?)[.\s]{0,3}(?=\d|all\b)|(?<![\p{L}\p{N}_/@-])(?=All\/\d)/giu;
const ITEM =
  /(?:Qs?[.\s]{0,2}|Questions?\s|WPs?\s?)?(?<first>all|\d{1,2})(?![\d])(?:\s?(?:-|to)\s?(?:Q\.?\s?|WP\s?)?(?<last>\d{1,2}))?(?:\s?\/\s?(?:SG\s?)?(?<sg>\d{1,2})(?![\d/]))?/iy;
const SEPARATOR =
  /\s{0,2}(?:,\s?and\s|,|;|&|\+|\/(?=Q)|and\s|or\s)\s{0,2}(?=(?:Qs?[.\s]{0,2}|Questions?\s|WPs?\s?)?(?:all\/|\d))/iy;
const LONGEST_RANGE = 30;
/** No letter names more. */
const MOST = 1_000;

type Item = { readonly numbers: readonly string[]; readonly sg: string | null; readonly span: Span };

/** Every Question and Working Party in the text, in order, ranges spelt out: `Qs.1 and 3/2`, `Q12-14/16`, `All/9`. */
export function findQuestions(text: string): Mention[] {
  const found: Mention[] = [];
  let readUpTo = 0;
  for (const match of text.matchAll(LIST_START)) {
    if (match.index < readUpTo) continue;
    if (found.length >= MOST) break;
    const { items, end } = readList(text, match.index + match[0].length);
    readUpTo = Math.max(end, match.index + 1);
    found.push(...mentionsOf(items, { wp: match.groups?.wp !== undefined, start: match.index, sg: null }));
  }
  return found;
}

/**
 * The Questions of a header's field, where `1/2, 3/2` and `1 and 3` stand without a Q.
 *
 * `sg` is the number of the sender's Study Group, for numbers without one; they are left out when it is null.
 */
export function questionsOfField(text: string, sg: string | null, wp = false): Mention[] {
  const start = text.search(
    /(?<![\p{L}\d])(?:\d|all\b|Qs?\.?\s?\d|Questions?\s\d|WPs?\s?\d|Working\sPart)/iu,
  );
  if (start < 0) return [];
  const skip = /^Working\sPart(?:y|ies)\s?/i.exec(text.slice(start))?.[0].length ?? 0;
  const { items, end } = readList(text, start + skip);
  const rest = end > start ? questionsOfField(text.slice(end), sg, wp) : [];
  return [
    ...mentionsOf(items, { wp, start, sg }),
    ...rest.map((one) => ({ ...one, span: { start: one.span.start + end, end: one.span.end + end } })),
  ];
}

function readList(text: string, from: number): { items: Item[]; end: number } {
  const items: Item[] = [];
  for (let at = from; ;) {
    ITEM.lastIndex = at;
    const match = ITEM.exec(text);
    if (!match) return { items, end: at };
    const end = at + match[0].length;
    const { first = "", last, sg = null } = match.groups ?? {};
    items.push({ numbers: spellOut(first, last), sg, span: { start: at, end } });
    if (items.length >= MOST) return { items, end };
    SEPARATOR.lastIndex = end;
    const separator = SEPARATOR.exec(text);
    if (!separator) return { items, end };
    at = end + separator[0].length;
  }
}

function spellOut(first: string, last: string | undefined): string[] {
  if (/all/i.test(first)) return ["All"];
  const [low, high] = [Number(first), Number(last ?? first)];
  if (low < 1 || high < low || high - low > LONGEST_RANGE) return [];
  return Array.from({ length: high - low + 1 }, (_, at) => String(low + at));
}

/** `1 and 3/2`: a number without Study Group takes the one of the next item that has it. */
function mentionsOf(
  items: readonly Item[],
  { wp, start, sg }: { wp: boolean; start: number; sg: string | null },
): Mention[] {
  const found: Mention[] = [];
  let group = sg;
  for (const item of [...items].reverse()) {
    group = item.sg ?? group;
    if (group === null || Number(group) === 0) continue;
    const named = String(Number(group));
    const span = item === items[0] ? { start, end: item.span.end } : item.span;
    const all = item.numbers.map((number) => ({
      kind: wp ? ("WP" as const) : ("Q" as const),
      reference: number === "All" ? `All/${named}` : `${wp ? "WP" : "Q"}${number}/${named}`,
      group: `SG${named}`,
      span,
    }));
    found.unshift(...all);
  }
  return found;
}

/** Everything the text names, in order of place. */
export function findMentions(text: string): Mention[] {
  return [...findGroups(text), ...findQuestions(text)].sort((a, b) => a.span.start - b.span.start);
}

/** One mention of each reference, the first, in order of Study Group and number. */
export function onceEach(mentions: readonly Mention[]): Mention[] {
  const firsts = new Map<string, Mention>();
  for (const mention of mentions) if (!firsts.has(mention.reference)) firsts.set(mention.reference, mention);
  return [...firsts.values()].sort((a, b) => place(a.reference) - place(b.reference));
}

function place(reference: string): number {
  const [number = "", sg = "0"] = reference.split("/");
  return Number(sg) * 1000 + (Number(number.replace(/\D/g, "")) || 0);
}
