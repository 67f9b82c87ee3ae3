import { writeGroupsCsv } from "#lib/groups/csv";
import type { Actor } from "#lib/people/domain/actor";
import { listCurrentGroups } from "./list-group-tree.ts";

/** The groups of the newest study period as a CSV file, for whoever is signed in. */
export async function exportGroups(_actor: Actor): Promise<string> {
  return writeGroupsCsv(await listCurrentGroups());
}
