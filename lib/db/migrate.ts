/** Applies prisma/migrations with Prisma's own engine as WASM: no download, the same bookkeeping table. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { StartError } from "#lib/kernel/start-error";
import { say } from "#lib/kernel/words";
import { MIGRATIONS, migrationNames } from "./migration-names.ts";
import { unreachable } from "./reach.ts";

const LOCK = 7_254_301; // any number; the same in every process

/**
 * Brings the schema up to date. Of several processes that start at once, one does it and the others wait.
 *
 * @throws StartError when the database cannot be reached, or was used by a newer version of the product.
 */
export async function migrate(url: string): Promise<string[]> {
  const guard = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  guard.on("error", () => {});
  try {
    await guard.connect();
  } catch (error) {
    throw unreachable(url, error);
  }
  try {
    await guard.query("select pg_advisory_lock($1)", [LOCK]);
    if (await upToDate(guard)) return [];
    return await withEngine(url, async (engine) => {
      const done = await engine.applyMigrations({
        migrationsList: readMigrations(),
        filters: { externalTables: [], externalEnums: [] },
      });
      return done.appliedMigrationNames;
    });
  } finally {
    await guard.end(); // also gives the lock back
  }
}

/** Saves loading 2 MB of WASM on every start. */
async function upToDate(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ there: string | null }>(
    "select to_regclass('_prisma_migrations') as there",
  );
  if (!rows[0]?.there) return false;
  const done = await client.query<{ name: string }>(
    "select migration_name as name from _prisma_migrations where finished_at is not null and rolled_back_at is null",
  );
  const known = new Set(migrationNames());
  const foreign = done.rows.find(({ name }) => !known.has(name));
  if (foreign) throw new StartError(say("start.newerData", { migration: foreign.name }));
  const applied = new Set(done.rows.map((row) => row.name));
  return migrationNames().every((name) => applied.has(name));
}

function readMigrations() {
  const lock = `${MIGRATIONS}/migration_lock.toml`;
  return {
    baseDir: `${process.cwd()}/${MIGRATIONS}`,
    lockfile: { path: "migration_lock.toml", content: existsSync(lock) ? readFileSync(lock, "utf8") : null },
    shadowDbInitScript: "",
    migrationDirectories: migrationNames().map((path) => ({
      path,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok", value: readFileSync(`${MIGRATIONS}/${path}/migration.sql`, "utf8") },
      },
    })),
  };
}

/** The data model: prisma/schema.prisma and one file a feature. */
export function schemaFiles(): { path: string; content: string }[] {
  const models = readdirSync("prisma/models")
    .sort()
    .map((name) => `prisma/models/${name}`);
  return ["prisma/schema.prisma", ...models].map((path) => ({ path, content: readFileSync(path, "utf8") }));
}

interface Engine {
  applyMigrations(input: object): Promise<{ appliedMigrationNames: string[] }>;
  diff(input: object): Promise<{ stdout: string }>;
}

/** The package's entry is made for bundlers; this loads the WASM file by hand. */
export async function withEngine<T>(url: string, work: (engine: Engine) => Promise<T>): Promise<T> {
  const require = createRequire(import.meta.url);
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const file = require
    .resolve("@prisma/schema-engine-wasm")
    .replace("schema_engine.js", "schema_engine_bg.wasm");
  const wasm = new WebAssembly.Module(readFileSync(file));
  const imports = Object.fromEntries(
    WebAssembly.Module.imports(wasm).map((wanted) => [wanted.module, bindings]),
  );
  const { exports } = new WebAssembly.Instance(wasm, imports as unknown as WebAssembly.Imports);
  bindings.__wbg_set_wasm(exports);
  (exports["__wbindgen_start"] as () => void)();
  // The engine never closes its connections; a pool of our own can be ended.
  const pool = new pg.Pool({ connectionString: url, connectionTimeoutMillis: 5_000 });
  pool.on("error", () => {});
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg(pool));
    const datamodels = schemaFiles().map(({ path, content }) => [path, content]);
    return await work((await bindings.SchemaEngine.new({ datamodels }, () => {}, adapter)) as Engine);
  } finally {
    await pool.end();
  }
}
