/**
 * Writes prisma/migrations/0001_init/migration.sql from the data model.
 *
 * Until the first release there is this one generated migration; after it, each change gets its own.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { openDatabase } from "#lib/db/embedded";
import { schemaFiles, withEngine } from "#lib/db/migrate";

const database = await openDatabase();
const { stdout } = await withEngine(database.url, (engine) =>
  engine.diff({
    from: { tag: "empty" },
    to: { tag: "schemaDatamodel", files: schemaFiles() },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  }),
);
mkdirSync("prisma/migrations/0001_init", { recursive: true });
writeFileSync("prisma/migrations/0001_init/migration.sql", stdout);
await database.close();
process.exit(); // the engine leaves a timer of ten seconds behind
