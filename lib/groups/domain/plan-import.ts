import type { LineError } from "#lib/csv/domain/line-error";
import { say, type Words } from "#lib/kernel/words";
import type { Group } from "./group.ts";
import { parseReference, type Reference } from "./reference.ts";

/** A line of a file. A column that the file does not have is left out, and says nothing. */
export type ImportRow = {
  readonly line: number;
  readonly reference: string;
  readonly title?: string | undefined;
  readonly parent?: string | undefined;
  readonly lists?: readonly string[] | undefined;
  readonly secretariat?: string | undefined;
};

/** A group as it would be. `parent` is a reference; null for TSAG and Study Groups. */
export type PlannedGroup = {
  readonly line: number;
  readonly reference: string;
  readonly kind: Reference["kind"];
  readonly title: string;
  readonly parent: string | null;
  readonly lists: readonly string[];
  readonly secretariatEmail: string | null;
};

/** One field of a group that is there, before and after. */
export type FieldChange = {
  readonly field: "title" | "parent" | "lists" | "secretariat";
  readonly before: string;
  readonly after: string;
};

export type ImportPlan = {
  /** Parents before children. */
  readonly added: readonly PlannedGroup[];
  readonly changed: readonly { readonly group: PlannedGroup; readonly fields: readonly FieldChange[] }[];
  /** How many groups of the file are as they are. */
  readonly unchanged: number;
  /** In the order of the lines. Nothing may be stored while there is one. */
  readonly errors: readonly LineError[];
};

type Known = {
  readonly groups: readonly Group[];
  /** Whether who imports may edit this Study Group (or TSAG), or add it when it is not there. */
  readonly mayEdit: (studyGroup: string) => boolean;
};

/**
 * What importing these lines would do. Groups that no line names stay as they are; the same file twice changes
 * nothing the second time.
 */
export function planImport(rows: readonly ImportRow[], known: Known): ImportPlan {
  const current = new Map(known.groups.map((group) => [group.reference, group]));
  const named = new Set([...current.keys(), ...rows.map((row) => parseReference(row.reference)?.text ?? "")]);
  const planned: PlannedGroup[] = [];
  const errors: LineError[] = [];
  const lines = new Map<string, number>();
  for (const row of rows) {
    const reference = parseReference(row.reference);
    const words =
      problemOf(row, reference, { named, mayEdit: known.mayEdit }) ?? repeated(lines, row, reference);
    if (words) errors.push({ line: row.line, words });
    else if (reference) planned.push(planRow(row, reference, { current, groups: known.groups }));
  }
  const compared = planned.map((group) => ({ group, fields: changesOf(group, current, known.groups) }));
  return {
    added: byRank(compared.filter(({ group }) => !current.has(group.reference)).map(({ group }) => group)),
    changed: compared.filter(({ group, fields }) => current.has(group.reference) && fields.length > 0),
    unchanged: compared.filter(({ group, fields }) => current.has(group.reference) && fields.length === 0)
      .length,
    errors,
  };
}

function repeated(lines: Map<string, number>, row: ImportRow, reference: Reference | null): Words | null {
  if (!reference) return null;
  const first = lines.get(reference.text);
  if (first !== undefined)
    return say("groups.import.repeated", { reference: reference.text, line: String(first) });
  lines.set(reference.text, row.line);
  return null;
}

type Around = { readonly named: ReadonlySet<string>; readonly mayEdit: Known["mayEdit"] };

function problemOf(row: ImportRow, reference: Reference | null, { named, mayEdit }: Around): Words | null {
  if (!reference) return say("groups.import.noReference", { text: row.reference.slice(0, 40) });
  const study = reference.of ?? reference.text;
  if (!named.has(study)) return say("groups.import.noStudyGroup", { study, reference: reference.text });
  if (!mayEdit(study)) return say("groups.import.notYours", { study });
  if (row.secretariat && reference.of !== null) return say("groups.import.secretariatBelow");
  return row.parent ? problemOfParent(row.parent, reference, named) : null;
}

function problemOfParent(text: string, reference: Reference, named: ReadonlySet<string>): Words | null {
  const parent = parseReference(text);
  const values = { parent: text.slice(0, 40), reference: reference.text };
  if (!parent || !named.has(parent.text)) return say("groups.import.noParent", values);
  return isParentOf(parent, reference) ? null : say("groups.import.wrongParent", values);
}

/** Whether a group may stand right below another: a WP below its Study Group, a Question below that or one of its WPs. */
export function isParentOf(parent: Reference, child: Reference): boolean {
  if (child.of === null) return false;
  if (parent.text === child.of) return true;
  return child.kind === "Q" && parent.kind === "WP" && parent.of === child.of;
}

type Current = { readonly current: ReadonlyMap<string, Group>; readonly groups: readonly Group[] };

function planRow(row: ImportRow, reference: Reference, { current, groups }: Current): PlannedGroup {
  const now = current.get(reference.text);
  const nowParent = groups.find(({ id }) => id === now?.parentId)?.reference;
  const { title = "", lists = [], secretariatEmail = null } = now ?? {};
  return {
    line: row.line,
    reference: reference.text,
    kind: reference.kind,
    title: row.title ?? title,
    parent: parentOf(row, reference, nowParent),
    lists: row.lists ? [...new Set(row.lists)].sort() : lists,
    secretariatEmail: (row.secretariat ?? secretariatEmail) || null,
  };
}

function parentOf(row: ImportRow, reference: Reference, now: string | undefined): string | null {
  const given = row.parent ? parseReference(row.parent)?.text : undefined;
  return given ?? now ?? reference.of;
}

function changesOf(
  planned: PlannedGroup,
  current: ReadonlyMap<string, Group>,
  groups: readonly Group[],
): FieldChange[] {
  const now = current.get(planned.reference);
  if (!now) return [];
  const fields: FieldChange[] = [
    { field: "title", before: now.title, after: planned.title },
    {
      field: "parent",
      before: groups.find(({ id }) => id === now.parentId)?.reference ?? "",
      after: planned.parent ?? "",
    },
    { field: "lists", before: now.lists.join(" "), after: planned.lists.join(" ") },
    { field: "secretariat", before: now.secretariatEmail ?? "", after: planned.secretariatEmail ?? "" },
  ];
  return fields.filter(({ before, after }) => before !== after);
}

const RANK = { TSAG: 0, SG: 0, WP: 1, Q: 2 } as const;
const byRank = (groups: PlannedGroup[]) => [...groups].sort((a, b) => RANK[a.kind] - RANK[b.kind]);
