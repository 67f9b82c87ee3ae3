/**
 * `npm run migration -- NAME [REVISION]` writes prisma/migrations/NAME/migration.sql: what leads from the data model
 * of a git revision (HEAD when none is named) to that of the working tree. Migrations that were released never change.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { openDatabase } from "#lib/db/embedded";
import { schemaFiles, withEngine } from "#lib/db/migrate";

const [name, revision = "HEAD"] = process.argv.slice(2);
if (!name || !/^\d{4}_[a-z_]+$/.test(name)) {
  process.stderr.write("npm run migration -- NAME [REVISION], with a NAME such as 0005_documents\n");
  process.exit(2);
}

const git = (...words: string[]) => execFileSync("git", words, { encoding: "utf8" });
const filesThen = git("ls-tree", "-r", "--name-only", revision, "prisma")
  .split("\n")
  .filter((file) => file.endsWith(".prisma"))
  .map((file) => ({ path: path.resolve(file), content: git("show", `${revision}:${file}`) }));

const database = await openDatabase();
const { stdout } = await withEngine(database.url, (engine) =>
  engine.diff({
    from: { tag: "schemaDatamodel", files: filesThen },
    to: { tag: "schemaDatamodel", files: schemaFiles() },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  }),
);
mkdirSync(`prisma/migrations/${name}`, { recursive: true });
writeFileSync(`prisma/migrations/${name}/migration.sql`, stdout ?? "");
await database.close();
process.exit(); // the engine leaves a timer of ten seconds behind
