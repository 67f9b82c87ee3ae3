import { type Agenda, type AgendaItem, DUTIES, type Duty } from "./agenda.ts";

/** An item while it is typed: minutes and documents are the text in the field. */
export type DraftItem = {
  /** Tells items apart in one editor; never leaves it. */
  readonly key: string;
  readonly id: string | null;
  readonly title: string;
  readonly owner: string;
  readonly minutes: string;
  /** One document a line. */
  readonly documents: string;
  readonly expectedOutcome: string;
  readonly duty: Duty | null;
};

/** Changes that are not saved yet, and the version of the agenda they began from. */
export type Draft = { readonly baseVersion: number; readonly items: readonly DraftItem[] };

/** What a form sends for an item. Minutes are null while the text in the field is no whole number. */
export type SentItem = Omit<AgendaItem, "minutes"> & { readonly minutes: number | null };

/** The items of an agenda as an editor shows them. */
export function toDraftItems({ items }: Pick<Agenda, "items">): DraftItem[] {
  return items.map((item, index) => ({
    ...item,
    key: item.id ?? `item-${index}`,
    minutes: String(item.minutes),
    documents: item.documents.join("\n"),
  }));
}

/** The items of an editor as a form sends them. Empty lines are no documents. */
export function toSentItems(items: readonly DraftItem[]): SentItem[] {
  return items.map(({ key: _key, minutes, documents, ...item }) => ({
    ...item,
    minutes: wholeNumber(minutes),
    documents: documents
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== ""),
  }));
}

/** The items with numbers to reckon with: minutes that are no whole number count as none. */
export function withMinutes<Item extends { readonly minutes: string }>(
  items: readonly Item[],
): (Omit<Item, "minutes"> & { readonly minutes: number })[] {
  return items.map((item) => ({ ...item, minutes: wholeNumber(item.minutes) ?? 0 }));
}

/** Whether saving these items would change nothing. */
export function saysTheSame(items: readonly DraftItem[], agenda: Pick<Agenda, "items">): boolean {
  return JSON.stringify(toSentItems(items)) === JSON.stringify(toSentItems(toDraftItems(agenda)));
}

/** A draft from the text a browser kept, or null when that text is none of ours. */
export function parseDraft(text: string | null): Draft | null {
  const draft = parseJson(text);
  if (!isRecord(draft) || typeof draft.baseVersion !== "number" || !Array.isArray(draft.items)) return null;
  const items: unknown[] = draft.items;
  return items.every(isDraftItem) ? { baseVersion: draft.baseVersion, items } : null;
}

const wholeNumber = (text: string) => (/^\s*\d{1,4}\s*$/.test(text) ? Number(text) : null);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

function isDraftItem(value: unknown): value is DraftItem {
  if (!isRecord(value)) return false;
  const texts = [value.key, value.title, value.owner, value.minutes, value.documents, value.expectedOutcome];
  return (
    texts.every((text) => typeof text === "string") &&
    (value.id === null || typeof value.id === "string") &&
    (value.duty === null || DUTIES.some((duty) => duty === value.duty))
  );
}

function parseJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return null;
  }
}
