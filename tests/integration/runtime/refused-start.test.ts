import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { findPlace } from "#lib/db/paths";
import { freePort, removeData } from "../../support/product.ts";

const DATA = ".data/refused";
const SERVER = path.resolve("server.ts");
const REAL = { AUTH_SECRET: "x".repeat(32), BASE_URL: "http://localhost:3000" };

vi.setConfig({ testTimeout: 90_000, hookTimeout: 180_000 }); // each starts the whole product

beforeAll(() => {
  execFileSync(process.execPath, ["scripts/build-if-needed.ts"], { stdio: "ignore" });
});
afterAll(() => removeData(DATA));

type Ended = { readonly code: number | null; readonly told: string; readonly complained: string[] };

/** Starts the product and waits for its end. */
async function start(
  env: Record<string, string>,
  { words = [] as string[], cwd = "." } = {},
): Promise<Ended> {
  const { PATH = "", HOME = "" } = process.env;
  const settings = { PATH, HOME, PORT: String(await freePort()), LIAISE_DATA: DATA, ...env };
  const child = spawn(process.execPath, [SERVER, ...words], {
    cwd,
    stdio: ["ignore", "pipe", "pipe"],
    env: { NODE_ENV: "production", ...settings },
  });
  let [told, complained] = ["", ""];
  child.stdout.on("data", (text) => (told += text));
  child.stderr.on("data", (text) => (complained += text));
  await once(child, "close");
  return { code: child.exitCode, told, complained: complained.split("\n").filter((line) => line !== "") };
}

/** A database of its own on the server of the tests. */
async function makeDatabase(name: string): Promise<string> {
  const url = new URL(process.env.DATABASE_URL ?? "");
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(`drop database if exists ${name}`);
  await client.query(`create database ${name}`);
  await client.end();
  url.pathname = `/${name}`;
  return url.href;
}

async function change(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}

function migrated(url: string): void {
  execFileSync(process.execPath, ["tests/support/migrate.ts"], {
    env: { ...process.env, DATABASE_URL: url },
  });
}

it("says in one line a setting what is wrong, and starts nothing", async () => {
  const ended = await start({
    PORT: "70000",
    SMTP_URL: "mail",
    DATABASE_URL: "postgresql://db.invalid/liaise",
  });

  expect(ended).toMatchObject({ code: 78, told: "" });
  expect(ended.complained.map((line) => line.split(" ")[0])).toEqual([
    "PORT",
    "SMTP_URL",
    "AUTH_SECRET",
    "BASE_URL",
  ]);
});

it("says that the port is taken", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const port = String((other.address() as AddressInfo).port);
  const ended = await start({ PORT: port });
  other.close();

  expect(ended).toEqual({
    code: 1,
    told: "",
    complained: [
      `Port ${port} is in use by another program. Stop that program, or set PORT to another number.`,
    ],
  });
});

it("says that the machine has no such address", async () => {
  const ended = await start({ HOST: "192.0.2.1" });

  expect(ended.code).toBe(78);
  expect(ended.complained).toEqual([
    expect.stringMatching(/^This machine cannot listen at 192\.0\.2\.1 \(\w+\)\. /),
  ]);
});

it("says that the data folder cannot be written", async () => {
  mkdirSync(DATA, { recursive: true });
  const file = path.join(DATA, "a-file");
  writeFileSync(file, "");
  const ended = await start({ LIAISE_DATA: path.join(file, "data") });

  expect(ended.code).toBe(78);
  expect(ended.complained).toEqual([
    expect.stringMatching(/^The data folder \S+ cannot be written \(\w+\)\. /),
  ]);
});

it("says that the data folder belongs to another version of PostgreSQL, and leaves it as it is", async () => {
  const data = path.join(DATA, "old");
  const cluster = path.join((await findPlace(data)).folder, "cluster");
  mkdirSync(cluster, { recursive: true });
  writeFileSync(path.join(cluster, "PG_VERSION"), "15\n");
  const ended = await start({ LIAISE_DATA: data });
  const kept = readFileSync(path.join(cluster, "PG_VERSION"), "utf8");
  await removeData(data);

  expect(ended.code).toBe(78);
  expect(ended.complained).toEqual([
    expect.stringMatching(/^The data folder \S+ was made by PostgreSQL 15, and this is PostgreSQL 18\. /),
  ]);
  expect(kept).toBe("15\n");
});

it("says that the database does not answer, without its password", async () => {
  const ended = await start({ ...REAL, DATABASE_URL: "postgresql://liaise:pa55word@127.0.0.1:1/liaise" });

  expect(ended).toEqual({
    code: 1,
    told: "",
    complained: [
      "The database at 127.0.0.1:1 does not answer (ECONNREFUSED). Start it, or correct DATABASE_URL.",
    ],
  });
});

it("says that the database refuses the password", async () => {
  const url = new URL(process.env.DATABASE_URL ?? "");
  url.password = "wrong-pa55word";
  const ended = await start({ ...REAL, DATABASE_URL: url.href });

  expect(ended.code).toBe(78);
  expect(ended.complained).toEqual([
    expect.stringMatching(/^The database at \S+ refuses the connection \(28P01\)\. /),
  ]);
  expect(ended.complained.join()).not.toContain("pa55word");
});

it("does not touch a database that a newer version used", async () => {
  const url = await makeDatabase("newer_version");
  migrated(url);
  await change(
    url,
    `insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
     values ('x', 'x', '9999_of_the_future', now(), 1)`,
  );
  const ended = await start({ ...REAL, DATABASE_URL: url });

  expect(ended.code).toBe(78);
  expect(ended.complained).toEqual([expect.stringContaining("9999_of_the_future")]);
});

it("does not run the demonstration on a database with real people", async () => {
  const url = await makeDatabase("real_people");
  migrated(url);
  await change(
    url,
    `insert into people (id, email, name) values (gen_random_uuid(), 'someone@itu.example', 'Some One')`,
  );
  const ended = await start({ DATABASE_URL: url }, { words: ["--demo"] });

  expect(ended.code).toBe(78);
  expect(ended.complained.at(-1)).toMatch(/^The database holds people who are not of the demonstration\. /);
});

it("says that there is no build yet", async () => {
  const empty = mkdtempSync(path.join(tmpdir(), "liaise-unbuilt-"));
  const ended = await start({}, { cwd: empty });
  rmSync(empty, { recursive: true });

  expect(ended).toEqual({ code: 78, told: "", complained: ["Liaise is not built yet. Run: npm run build"] });
});
