import { createHash } from "node:crypto";
import { recordAct } from "#lib/audit/record";
import { db as whole, type Db, transaction } from "#lib/db/client";
import { readGroupsCsv } from "#lib/groups/csv";
import type { Group } from "#lib/groups/domain/group";
import { type ImportPlan, type PlannedGroup, planImport } from "#lib/groups/domain/plan-import";
import { mayEditGroup, requireMayImportGroups } from "#lib/groups/domain/policy";
import { insertGroup, listGroups, listStudyPeriods, updateGroup } from "#lib/groups/store";
import { AppError, invariant } from "#lib/kernel/errors";
import type { Actor } from "#lib/people/domain/actor";

/** What a file would do, and a fingerprint of it: importing is promised for exactly this. */
export type ImportPreview = ImportPlan & { readonly fingerprint: string };

/** What importing this CSV text would do now, or the errors by line. Stores nothing. @throws AppError `forbidden` */
export async function previewImport(actor: Actor, csv: string): Promise<ImportPreview> {
  requireMayImportGroups(actor);
  return (await plan(whole, actor, csv)).preview;
}

/**
 * Imports a CSV text, all of it or nothing. A second time it changes nothing.
 *
 * @throws AppError `forbidden`; `invalid` when a line is wrong; `conflict` when it would no longer do what the preview
 *   with this fingerprint showed.
 */
export async function importGroups(actor: Actor, csv: string, fingerprint: string): Promise<ImportPlan> {
  requireMayImportGroups(actor);
  return transaction(async (db) => {
    const { preview, studyPeriodId, groups } = await plan(db, actor, csv);
    if (preview.errors.length > 0) throw new AppError("invalid", "groups.import.hasErrors");
    if (preview.fingerprint !== fingerprint) throw new AppError("conflict", "groups.import.changed");
    const { added, changed } = preview;
    if (added.length + changed.length === 0) return preview;
    const ids = new Map(groups.map(({ id, reference }) => [reference, id]));
    for (const group of added) ids.set(group.reference, await add(db, group, { studyPeriodId, ids }));
    for (const { group } of changed) await write(db, group, ids);
    await recordAct(db, actor, {
      ...{ action: "groupsImport", subjectType: "study_period", subjectId: studyPeriodId },
      after: {
        added: added.map(({ reference }) => reference),
        changed: changed.map(({ group, fields }) => ({ reference: group.reference, fields: [...fields] })),
        count: added.length + changed.length,
      },
    });
    return preview;
  });
}

async function plan(db: Db, actor: Actor, csv: string) {
  const [newest] = await listStudyPeriods(db);
  if (!newest) throw new AppError("conflict", "groups.import.noPeriod");
  const groups = await listGroups(db, newest.id);
  const { rows, errors } = readGroupsCsv(csv);
  const planned = planImport(rows, { groups, mayEdit: (study) => mayEditStudyGroup(actor, study, groups) });
  const all = [...errors, ...planned.errors].sort((a, b) => a.line - b.line);
  const text = JSON.stringify([newest.id, planned.added, planned.changed]);
  const fingerprint = createHash("sha256").update(text).digest("hex");
  return { preview: { ...planned, errors: all, fingerprint }, studyPeriodId: newest.id, groups };
}

function mayEditStudyGroup(actor: Actor, reference: string, groups: readonly Group[]): boolean {
  const group = groups.find((known) => known.reference === reference);
  return group ? mayEditGroup(actor, group) : actor.isAdministrator;
}

type Place = { readonly studyPeriodId: string; readonly ids: ReadonlyMap<string, string> };

async function add(db: Db, group: PlannedGroup, { studyPeriodId, ids }: Place): Promise<string> {
  const { kind, reference, title } = group;
  const id = await insertGroup(db, { studyPeriodId, kind, reference, title, parentId: parentId(group, ids) });
  if (group.lists.length > 0 || group.secretariatEmail)
    await write(db, group, new Map([...ids, [reference, id]]));
  return id;
}

async function write(db: Db, group: PlannedGroup, ids: ReadonlyMap<string, string>): Promise<void> {
  const id = ids.get(group.reference);
  invariant(id !== undefined, `${group.reference} is written before it is changed`);
  const { title, secretariatEmail, lists } = group;
  await updateGroup(db, id, { title, secretariatEmail, lists, parentId: parentId(group, ids) });
}

function parentId({ parent }: PlannedGroup, ids: ReadonlyMap<string, string>): string | null {
  if (parent === null) return null;
  const id = ids.get(parent);
  invariant(id !== undefined, `${parent} stands before the groups below it`);
  return id;
}
