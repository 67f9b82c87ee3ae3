import { randomUUID } from "node:crypto";
import * as Y from "yjs";
import type { Db } from "#lib/db/client";
import { once } from "#lib/kernel/once";
import { collabPool } from "./pool.ts";

/** One change of a document, by one person (null: by the product itself). */
export type Change = {
  readonly documentId: string;
  readonly personId: string | null;
  readonly bytes: Uint8Array;
};

/** Where other processes hear of new rows. The payload names rows, it never carries text. */
export const CHANNEL = "liaise_collab";

/** Who this process is in the payloads, so that it can leave its own out. */
export const PROCESS = once<string>("collab.process", randomUUID);

type Waiting = Change & {
  readonly origin: string;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
};

const queue = once("collab.queue", () => ({ waiting: [] as Waiting[], busy: false }));

const BATCH = 200;

/**
 * Writes a change into the log and tells the other processes. When the promise resolves it is durable.
 *
 * One write is under way at a time; what arrives meanwhile goes together into the next one, so that fifty people
 * typing cost hardly more than one.
 *
 * @param origin name of the process that has applied it already; leave it empty to have every process apply it.
 */
export function appendChange(change: Change, origin = PROCESS): Promise<void> {
  return new Promise((done, failed) => {
    queue.waiting.push({ ...change, origin, done, failed });
    void drain();
  });
}

async function drain(): Promise<void> {
  if (queue.busy) return;
  queue.busy = true;
  while (queue.waiting.length > 0) {
    const batch = queue.waiting.splice(0, BATCH);
    try {
      await insert(batch);
      for (const { done } of batch) done();
    } catch (error) {
      for (const { failed } of batch) failed(error);
    }
  }
  queue.busy = false;
}

// One statement is one transaction: rows and notice are there together, or neither.
const INSERT = `
  with logged as (
    insert into collaborative_updates (document_id, person_id, bytes)
    select document_id, person_id, bytes
    from unnest($1::uuid[], $2::uuid[], $3::bytea[]) as change (document_id, person_id, bytes)
    returning sequence, document_id
  ), by_document as (select document_id, array_agg(sequence) as sequences from logged group by document_id)
  select pg_notify('${CHANNEL}', json_build_object('from', $4::text, 'document', document_id, 'rows', sequences)::text)
  from by_document`;

async function insert(batch: readonly Waiting[]): Promise<void> {
  for (const origin of new Set(batch.map((change) => change.origin))) {
    const changes = batch.filter((change) => change.origin === origin);
    await collabPool().query({
      name: "collab-append",
      text: INSERT,
      values: [
        changes.map(({ documentId }) => documentId),
        changes.map(({ personId }) => personId),
        changes.map(({ bytes }) => Buffer.from(bytes)),
        origin,
      ],
    });
  }
}

/**
 * The parts a document is made of, oldest first: its snapshot, then every row that the snapshot does not contain.
 *
 * Read in one statement, so that a compaction at the same moment cannot hide rows from us.
 */
export async function readParts(documentId: string): Promise<Uint8Array[]> {
  const { rows } = await collabPool().query<{ snapshot: Buffer | null; bytes: Buffer | null }>(
    `select document.snapshot, change.bytes from collaborative_documents document
     left join collaborative_updates change on change.document_id = document.id and change.compacted_at is null
     where document.id = $1 order by change.sequence`,
    [documentId],
  );
  const snapshot = rows[0]?.snapshot;
  return [...(snapshot ? [snapshot] : []), ...rows.flatMap(({ bytes }) => (bytes ? [bytes] : []))];
}

/** These rows of the log, in their order; those that are not there are left out. */
export async function readRows(sequences: readonly number[]): Promise<Uint8Array[]> {
  const { rows } = await collabPool().query<{ bytes: Buffer }>(
    "select bytes from collaborative_updates where sequence = any($1::bigint[]) order by sequence",
    [sequences],
  );
  return rows.map(({ bytes }) => bytes);
}

/**
 * Applies parts to a document. A part that cannot be applied is left out, so that one bad row does not close a
 * document for everybody; how many were left out is returned.
 *
 * They are applied one by one: merging a long log first takes minutes.
 */
export function applyParts(document: Y.Doc, parts: readonly Uint8Array[], origin?: object): number {
  let leftOut = 0;
  for (const part of parts) {
    try {
      Y.applyUpdate(document, part, origin);
    } catch {
      leftOut += 1;
    }
  }
  return leftOut;
}

/** A document as the log has it now, which is never behind what anybody was told is saved. */
export async function readDocument(documentId: string): Promise<Y.Doc> {
  const document = new Y.Doc();
  applyParts(document, await readParts(documentId));
  return document;
}

/** Begins a document with one first change, in the caller's transaction, and returns its id. */
export async function createDocument(
  db: Db,
  first: { readonly schemaVersion: number; readonly personId: string; readonly bytes: Uint8Array },
): Promise<string> {
  const { id } = await db.collaborativeDocument.create({
    data: {
      schemaVersion: first.schemaVersion,
      updates: { create: { personId: first.personId, bytes: new Uint8Array(first.bytes) } },
    },
    select: { id: true },
  });
  return id;
}

/**
 * Changes a document on the server: `edit` works on a copy, and what it changed goes through the log to every open
 * editor, like anybody's typing. Nothing is written when it changed nothing.
 */
export async function editDocument(
  documentId: string,
  personId: string | null,
  edit: (document: Y.Doc) => void,
): Promise<void> {
  const document = await readDocument(documentId);
  const before = Y.encodeStateVector(document);
  let changed = false;
  document.on("update", () => (changed = true));
  document.transact(() => edit(document));
  if (!changed) return;
  await appendChange({ documentId, personId, bytes: Y.encodeStateAsUpdate(document, before) }, "");
}
