import type { Db } from "#lib/db/client";

/** A decision as it was written down. */
export type KeptRecord = {
  readonly id: string;
  readonly choiceId: string;
  /** The JSON document, byte for byte. */
  readonly text: string;
  /** SHA-256 of the text in UTF-8, hex. */
  readonly sha256: string;
  readonly madeAt: Date;
};

const RECORD = { id: true, choiceId: true, text: true, sha256: true, madeAt: true } as const;

/** The record of a poll's decision; null before it. */
export async function findRecord(db: Db, pollId: string): Promise<KeptRecord | null> {
  return db.decisionRecord.findUnique({ where: { pollId }, select: RECORD });
}

/** The record of the decision on the dates of a series; null before it. */
export async function findSeriesRecord(db: Db, seriesId: string): Promise<KeptRecord | null> {
  return db.decisionRecord.findFirst({ where: { poll: { seriesId, replacesId: null } }, select: RECORD });
}

/** Writes the decision down. The database refuses a second one for the poll, and any change. Gives its id. */
export async function insertRecord(
  db: Db,
  record: Omit<KeptRecord, "id"> & { readonly pollId: string },
): Promise<string> {
  return (await db.decisionRecord.create({ data: record, select: { id: true } })).id;
}
