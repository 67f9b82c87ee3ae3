import type { Db, Prisma } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import type { ParsedLetter } from "./domain/letter.ts";
import type { Letter, LetterEntry } from "./domain/register.ts";

const SERIES = { series: { select: { reference: true, title: true } } } as const;

type Row = Prisma.LiaisonStatementGetPayload<{ include: typeof SERIES }>;

/** The letter with this id. @throws AppError `not_found` */
export async function getLetter(db: Db, id: string): Promise<Letter> {
  const row = await db.liaisonStatement.findUnique({ where: { id }, include: SERIES });
  if (!row) throw new AppError("not_found", "refusal.notFound");
  return {
    ...toEntry(row),
    contacts: row.contacts as unknown as Letter["contacts"],
    approval: row.approval as unknown as Letter["approval"],
    abstract: row.abstract,
    text: row.text,
    parsed: row.parsed as unknown as ParsedLetter,
    fileName: row.fileName,
  };
}

/** Every letter of the register, or of a series, newest first. */
export async function listLetters(db: Db, seriesId?: string): Promise<LetterEntry[]> {
  const rows = await db.liaisonStatement.findMany({
    where: seriesId === undefined ? {} : { seriesId },
    include: SERIES,
    omit: { text: true, parsed: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  return rows.map(toEntry);
}

/** Writes a letter into the register and gives its id. */
export async function insertLetter(
  db: Db,
  data: Prisma.LiaisonStatementUncheckedCreateInput,
): Promise<string> {
  return (await db.liaisonStatement.create({ data })).id;
}

/** Says which series a letter is about. */
export async function linkLetter(db: Db, id: string, seriesId: string): Promise<void> {
  await db.liaisonStatement.update({ where: { id }, data: { seriesId } });
}

/** Where people of these names work, for a reader to tell them apart. E-mail addresses stay here. */
export async function listNamesakes(
  db: Db,
  names: readonly string[],
): Promise<{ name: string; entity: string }[]> {
  if (names.length === 0) return [];
  return db.person.findMany({
    where: { OR: names.map((name) => ({ name: { equals: name, mode: "insensitive" as const } })) },
    select: { name: true, entity: true },
    orderBy: { name: "asc" },
    take: 10,
  });
}

const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

function toEntry(row: Omit<Row, "text" | "parsed">): LetterEntry {
  return {
    id: row.id,
    direction: row.direction as LetterEntry["direction"],
    isReply: row.isReply,
    number: row.number,
    title: row.title,
    from: row.fromGroups,
    to: row.destinations as unknown as LetterEntry["to"],
    questions: row.questions,
    deadline: day(row.deadline),
    sentOn: day(row.sentOn),
    receivedOn: day(row.receivedOn),
    series: row.series,
    seriesId: row.seriesId,
    createdById: row.createdById,
    createdAt: row.createdAt,
  };
}
