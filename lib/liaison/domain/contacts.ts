import { type Field, fieldsOf } from "./header-fields.ts";
import type { Contact, LetterText, Read } from "./letter.ts";
import { isAbsent, type Span, trimSpan } from "./plain-text.ts";

const HONORIFIC =
  /^(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Eng|Mme|Sr|Sra|Sir|H\.E|Ing)\b\.?\s{1,3}){1,3}/i;
const EMAIL = /[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6}/u;
const NOT_A_NAME = /^(?:tel|phone|telephone|fax|e-?mail|mobile|url|web|https?)\b|^\+?[\d\s()./-]{5,}$/i;
/** `Name: Clara NDIAYE` */
const PART_LABEL = /^(?:name|organi[sz]ation|company|affiliation|country)\s?:\s{0,5}/i;
const MAX_CONTACTS = 50;

/** A name without `Mr`, `Ms`, `Dr` and the like. Gives how much was left out at its start. */
export function honorificLength(name: string): number {
  return HONORIFIC.exec(name)?.[0].length ?? 0;
}

type Piece = { readonly text: string; readonly span: Span };
type Draft = { readonly texts: Piece[]; email: Piece | null };

/** The people to ask, in order: name, organization, country as the letter lists them, and the e-mail address. */
export function readContacts(letter: LetterText): Read<readonly Contact[]> {
  const drafts = fieldsOf(letter.header, letter.text, "contact")
    .flatMap((field) => draftsOf(letter, field))
    .slice(0, MAX_CONTACTS);
  const read = drafts.map((draft) => toContact(draft));
  return {
    value: read.map(({ contact }) => contact),
    places: read.flatMap(({ places }, at) =>
      places.map(([name, span]) => [`contacts.${at}.${name}`, span] as const),
    ),
    findings: [],
  };
}

/** Each e-mail address ends a contact; names after it begin the next. */
function draftsOf(letter: LetterText, field: Field): Draft[] {
  const drafts: Draft[] = [];
  for (const piece of piecesOf(letter, field)) {
    const email = EMAIL.exec(piece.text);
    const last = drafts.at(-1);
    if (email) {
      const span = {
        start: piece.span.start + email.index,
        end: piece.span.start + email.index + email[0].length,
      };
      const open = last && !last.email ? last : added(drafts);
      open.email = { text: email[0], span };
      const before = beforeEmail(piece, email.index);
      if (before) open.texts.push(before);
    } else if (!NOT_A_NAME.test(piece.text) && !isAbsent(piece.text)) {
      (last && !last.email ? last : added(drafts)).texts.push(piece);
    }
  }
  return drafts.filter(({ texts, email }) => texts.length > 0 || email);
}

function added(drafts: Draft[]): Draft {
  const draft: Draft = { texts: [], email: null };
  drafts.push(draft);
  return draft;
}

function beforeEmail(piece: Piece, at: number): Piece | null {
  const text = piece.text
    .slice(0, at)
    .replace(/[<(\s]+$/, "")
    .replace(/\b(?:e-?mail|email)\s?:?\s*$/i, "")
    .trimEnd();
  if (text === "" || NOT_A_NAME.test(text)) return null;
  return { text, span: { start: piece.span.start, end: piece.span.start + text.length } };
}

/** Cells and lines, and within one of them what commas, `Tel:` and `E-mail:` separate. */
function piecesOf(letter: LetterText, field: Field): Piece[] {
  return field.parts.flatMap((part) => {
    const text = letter.text.slice(part.start, part.end);
    const cuts = [...text.matchAll(/[,;]\s|\s(?=(?:tel|phone|fax|mobile|e-?mail)\s?:)/gi)];
    const starts = [0, ...cuts.map((cut) => cut.index + cut[0].length)];
    return starts.flatMap((start, at) => {
      const whole = trimSpan(text, { start, end: cuts[at]?.index ?? text.length });
      const label = PART_LABEL.exec(text.slice(whole.start, whole.end))?.[0].length ?? 0;
      const inner = { start: whole.start + label, end: whole.end };
      const span = { start: part.start + inner.start, end: part.start + inner.end };
      return inner.end > inner.start ? [{ text: letter.raw.slice(span.start, span.end), span }] : [];
    });
  });
}

function toContact({ texts, email }: Draft): { contact: Contact; places: (readonly [string, Span])[] } {
  const [first, ...rest] = texts;
  const last = rest.length >= 2 ? rest.at(-1) : undefined;
  const parts = {
    name: first && withoutHonorific(first),
    organization: joined(last ? rest.slice(0, -1) : rest),
    country: last,
    email: email ?? undefined,
  };
  const text = (piece: Piece | undefined) => piece?.text ?? "";
  return {
    contact: {
      name: text(parts.name),
      organization: text(parts.organization),
      country: text(parts.country),
      email: text(parts.email),
    },
    places: Object.entries(parts).flatMap(([name, piece]) => (piece ? [[name, piece.span] as const] : [])),
  };
}

function withoutHonorific({ text, span }: Piece): Piece {
  const skipped = honorificLength(text);
  return { text: text.slice(skipped).trim(), span: { start: span.start + skipped, end: span.end } };
}

function joined(pieces: readonly Piece[]): Piece | undefined {
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (!first || !last) return undefined;
  return {
    text: pieces.map(({ text }) => text).join(", "),
    span: { start: first.span.start, end: last.span.end },
  };
}
