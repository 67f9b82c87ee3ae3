import { readdirSync } from "node:fs";

export const MIGRATIONS = "prisma/migrations";

/** The migrations of this version of the product, in order. */
export function migrationNames(): string[] {
  return readdirSync(MIGRATIONS)
    .filter((name) => !name.endsWith(".toml"))
    .sort();
}
