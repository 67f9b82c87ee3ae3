import type { Db } from "#lib/db/client";
import type { AnswersThen } from "#lib/decisions/domain/answer-changes";

/** The answers as they stood when a side assented. */
export type Assent = { readonly sideId: string; readonly assentedAt: Date; readonly answers: AnswersThen };

/** The assents to a choice, oldest first. */
export async function listAssents(db: Db, choiceId: string): Promise<Assent[]> {
  const rows = await db.choiceAssent.findMany({
    where: { choiceId },
    orderBy: [{ assentedAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ sideId, assentedAt, answers }) => ({
    ...{ sideId, assentedAt },
    answers: new Map(Object.entries(answers as Record<string, string | null>).map(fromBase64)),
  }));
}

/** Keeps the answers of now for a side's assent, in place of those of an assent it gave before. */
export async function putAssent(
  db: Db,
  assent: {
    readonly choiceId: string;
    readonly sideId: string;
    readonly personId: string;
    readonly assentedAt: Date;
    readonly answers: AnswersThen;
  },
): Promise<void> {
  const { choiceId, sideId, personId, assentedAt } = assent;
  const answers = Object.fromEntries([...assent.answers].map(toBase64));
  await db.choiceAssent.upsert({
    where: { choiceId_sideId: { choiceId, sideId } },
    create: { choiceId, sideId, personId, assentedAt, answers },
    update: { personId, assentedAt, answers },
  });
}

/** Forgets a side's assent: it no longer agrees. */
export async function deleteAssent(db: Db, choiceId: string, sideId: string): Promise<void> {
  await db.choiceAssent.deleteMany({ where: { choiceId, sideId } });
}

const toBase64 = ([id, packed]: [string, Uint8Array | null]) => [
  id,
  packed && Buffer.from(packed).toString("base64"),
];

const fromBase64 = ([id, packed]: [string, string | null]): [string, Uint8Array | null] => [
  id,
  packed === null ? null : new Uint8Array(Buffer.from(packed, "base64")),
];
