import * as Y from "yjs";
import { applyParts } from "./log.ts";
import { collabPool } from "./pool.ts";

/** So many rows beside the snapshot are read quickly; more are taken into it. */
export const COMPACT_FROM = 200;

/**
 * Takes the rows of a document's log into its snapshot, when there are at least `from` of them, and returns how many.
 *
 * Rows are marked, never deleted: who wrote what stays known. One process at a time compacts a document.
 */
export async function compactLog(documentId: string, from = COMPACT_FROM): Promise<number> {
  const client = await collabPool().connect();
  try {
    await client.query("begin");
    const locked = await client.query<{ locked: boolean }>(
      "select pg_try_advisory_xact_lock(hashtextextended('collab:' || $1, 0)) as locked",
      [documentId],
    );
    const { rows } = await client.query<{ sequence: string; bytes: Buffer }>(
      `select sequence, bytes from collaborative_updates
       where document_id = $1 and compacted_at is null order by sequence`,
      [documentId],
    );
    if (!locked.rows[0]?.locked || rows.length < from) {
      await client.query("rollback");
      return 0;
    }
    const held = await client.query<{ snapshot: Buffer | null }>(
      "select snapshot from collaborative_documents where id = $1",
      [documentId],
    );
    const document = new Y.Doc();
    const snapshot = held.rows[0]?.snapshot;
    applyParts(document, [...(snapshot ? [snapshot] : []), ...rows.map(({ bytes }) => bytes)]);
    await client.query("update collaborative_documents set snapshot = $2 where id = $1", [
      documentId,
      Buffer.from(Y.encodeStateAsUpdate(document)),
    ]);
    await client.query(
      "update collaborative_updates set compacted_at = clock_timestamp() where sequence = any($1::bigint[])",
      [rows.map(({ sequence }) => sequence)],
    );
    await client.query("commit");
    return rows.length;
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}
