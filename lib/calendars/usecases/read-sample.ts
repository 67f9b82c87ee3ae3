import { readFile } from "node:fs/promises";
import path from "node:path";
import { SAMPLES } from "#lib/calendars/domain/samples";
import { AppError } from "#lib/kernel/errors";
import type { Actor } from "#lib/people/domain/actor";

/** The bytes of a sample file, for whoever is signed in. @throws AppError `not_found` for any other name. */
export async function readSample(_actor: Actor, name: string): Promise<Uint8Array> {
  const sample = SAMPLES.find((known) => known.name === name);
  if (!sample) throw new AppError("not_found", "refusal.notFound");
  return readFile(path.join(process.cwd(), "prisma/reference/samples", sample.name));
}
