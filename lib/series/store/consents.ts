import type { Db } from "#lib/db/client";
import type { Consent, Subject } from "../domain/consents.ts";
import { findReportId } from "./series.ts";

/** All that the sides have said, oldest first. */
export async function listConsents(db: Db, seriesId: string): Promise<Consent[]> {
  const rows = await db.sideConsent.findMany({
    where: { seriesId },
    orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
  });
  const names = await namesOf(
    db,
    rows.map((row) => row.recordedById),
  );
  return rows.map(({ decidedOn, recordedById, seriesId: _seriesId, ...row }) => ({
    ...(row as Omit<Consent, "decidedOn" | "recordedBy">),
    ...{ decidedOn: decidedOn.toISOString().slice(0, 10), recordedBy: names.get(recordedById) ?? "" },
  }));
}

/** Writes down what a side said and gives the row's id. */
export async function insertConsent(
  db: Db,
  seriesId: string,
  consent: Omit<Consent, "id" | "recordedBy"> & { readonly recordedById: string },
): Promise<string> {
  const data = { ...consent, seriesId, decidedOn: new Date(consent.decidedOn) };
  return (await db.sideConsent.create({ data, select: { id: true } })).id;
}

/** Whether the subject of a consent belongs to the series. */
export async function isSubjectOf(
  db: Db,
  seriesId: string,
  { subject, subjectId }: Subject,
): Promise<boolean> {
  if (subject === "agenda") {
    return (await db.agenda.count({ where: { id: subjectId, meeting: { seriesId } } })) > 0;
  }
  return subjectId === (subject === "report" ? await findReportId(db, seriesId) : seriesId);
}

async function namesOf(db: Db, personIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.person.findMany({
    where: { id: { in: [...new Set(personIds)] } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
