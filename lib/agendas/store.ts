import type { Db, Prisma } from "#lib/db/client";
import { type Agenda, type AgendaItem, DUTIES, type Duty } from "./domain/agenda.ts";

const WITH_ITEMS = { items: { orderBy: { position: "asc" } } } as const satisfies Prisma.AgendaInclude;

type Row = Prisma.AgendaGetPayload<{ include: typeof WITH_ITEMS }>;

/** An agenda as it is stored, with its id. */
export type StoredAgenda = Agenda & { readonly id: string };

/** The agenda of a meeting, or null while nobody has saved one. */
export async function findAgenda(db: Db, meetingId: string): Promise<StoredAgenda | null> {
  const row = await db.agenda.findUnique({ where: { meetingId }, include: WITH_ITEMS });
  if (!row) return null;
  const last = await db.auditEntry.findFirst({
    where: { subjectType: "agenda", subjectId: row.id },
    orderBy: { at: "desc" },
    select: { actorName: true },
  });
  return toAgenda(row, last?.actorName ?? "");
}

/**
 * Makes `version` of the agenda the next one: inserts the row for version 0, else counts up. Returns the id of the
 * agenda, or null when somebody else was first.
 */
export async function claimNextVersion(db: Db, meetingId: string, version: number): Promise<string | null> {
  const { count } =
    version === 0
      ? await db.agenda.createMany({ data: [{ meetingId }], skipDuplicates: true })
      : await db.agenda.updateMany({ where: { meetingId, version }, data: { version: { increment: 1 } } });
  if (count === 0) return null;
  return (await db.agenda.findUniqueOrThrow({ where: { meetingId }, select: { id: true } })).id;
}

/** Puts these items in the place of all there were. An item keeps its id when it had one in this agenda before. */
export async function replaceItems(db: Db, agendaId: string, items: readonly AgendaItem[]): Promise<void> {
  const before = await db.agendaItem.findMany({ where: { agendaId }, select: { id: true } });
  const known = new Set(before.map(({ id }) => id));
  await db.agendaItem.deleteMany({ where: { agendaId } });
  await db.agendaItem.createMany({
    data: items.map(({ id, documents, ...item }, position) => ({
      ...item,
      ...(id !== null && known.delete(id) ? { id } : {}),
      documents: [...documents],
      agendaId,
      position,
    })),
  });
}

/** The study period of a series' groups, such as `2025-2028`. */
export async function findStudyPeriod(db: Db, seriesId: string): Promise<string> {
  const side = await db.seriesSide.findFirst({
    where: { seriesId },
    orderBy: { letter: "asc" },
    select: { group: { select: { studyPeriod: { select: { name: true } } } } },
  });
  return side?.group.studyPeriod.name ?? "";
}

const toAgenda = (row: Row, by: string): StoredAgenda => ({
  id: row.id,
  version: row.version,
  saved: { by, at: row.updatedAt },
  items: row.items.map((item) => ({
    id: item.id,
    title: item.title,
    owner: item.owner,
    minutes: item.minutes,
    documents: item.documents,
    expectedOutcome: item.expectedOutcome,
    duty: DUTIES.find((duty: Duty) => duty === item.duty) ?? null,
  })),
});
