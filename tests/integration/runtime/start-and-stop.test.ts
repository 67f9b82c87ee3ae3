import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { openDatabase } from "#lib/db/embedded";
import { findPlace } from "#lib/db/paths";
import { freePort, type Product, removeData, startProduct } from "../../support/product.ts";

const DATA = ".data/started";
const given = process.env.DATABASE_URL;
const running: Product[] = [];

vi.setConfig({ testTimeout: 90_000, hookTimeout: 180_000 }); // each starts the whole product

beforeAll(async () => {
  execFileSync(process.execPath, ["scripts/build-if-needed.ts"], { stdio: "ignore" });
  await removeData(DATA);
});
afterEach(async () => {
  process.env.DATABASE_URL = given;
  for (const product of running.splice(0)) await product.stop();
});
afterAll(() => removeData(DATA));

async function begin(env: Record<string, string> = {}): Promise<Product> {
  const product = await startProduct({ data: DATA, env });
  running.push(product);
  return product;
}

const postmaster = async () => path.join((await findPlace(DATA)).folder, "cluster", "postmaster.pid");

/** The address of the database that runs on the data folder. */
async function databaseUrl(): Promise<string> {
  delete process.env.DATABASE_URL;
  process.env.LIAISE_DATA = DATA;
  return (await openDatabase()).url;
}

async function ask(sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: await databaseUrl() });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(sql);
  await client.end();
  return rows;
}

it("tells where it answers, how to stop it and how to become the first administrator", async () => {
  const product = await begin();
  const lines = product.output().told.trim().split("\n");

  expect(lines.slice(0, 2)).toEqual([`Liaise answers at ${product.url}`, "Press Ctrl-C to stop it."]);
  expect(lines.at(-1)).toMatch(new RegExp(`^${product.url}/set-up/[\\w-]{22,}$`));
});

it("keeps its generated secret where only its owner reads it, and keeps it the same", async () => {
  const file = path.join(DATA, "auth-secret");
  const before = readFileSync(file, "utf8");
  await begin();

  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file, "utf8")).toBe(before);
  expect(before.length).toBeGreaterThanOrEqual(32);
});

it("stops its PostgreSQL with it on Ctrl-C", async () => {
  const product = await begin();
  const [row] = await ask("select current_setting('data_directory') as folder");
  const file = await postmaster();

  expect(row?.folder).toContain("cluster");
  expect(existsSync(file)).toBe(true);
  expect(await product.stop()).toBe(0);
  expect(existsSync(file)).toBe(false);
});

it("stops in order also when it is told so while it starts", async () => {
  for (const afterMs of [50, 250, 500, 900]) {
    const { PATH = "", HOME = "" } = process.env;
    const env = {
      NODE_ENV: "production" as const,
      PATH,
      HOME,
      LIAISE_DATA: DATA,
      PORT: String(await freePort()),
    };
    const child = spawn(process.execPath, ["server.ts"], { stdio: "ignore", env });
    const ended = once(child, "exit");
    await setTimeout(afterMs);
    child.kill("SIGINT");
    await ended;

    // Before the first line of ours has run, Node ends by the signal itself.
    expect([0, null]).toContain(child.exitCode);
    expect(existsSync(await postmaster())).toBe(false);
  }
});

it("loses nothing that was written when it is killed, and starts again on the same data", async () => {
  const first = await begin();
  await ask(`insert into rate_counts (key, span_starts, count) values ('killed', now(), 7)`);
  first.process.kill("SIGKILL");
  await once(first.process, "exit");
  const second = await begin();

  expect(await ask("select count from rate_counts where key = 'killed'")).toEqual([{ count: 7 }]);
  expect((await fetch(`${second.url}/readyz`)).status).toBe(200);
});

it("stays up without its database, says so, and goes on when it is back", async () => {
  const data = ".data/started-outside";
  delete process.env.DATABASE_URL;
  process.env.LIAISE_DATA = data;
  const outside = await openDatabase();
  const place = await findPlace(data);
  const control = (...words: string[]) =>
    execFileSync(place.pgCtl, [...words, "-w", "-D", path.join(place.folder, "cluster")], {
      ...place.account,
      cwd: place.folder,
      stdio: "ignore",
    });
  const product = await startProduct({
    data: DATA,
    env: { DATABASE_URL: outside.url, AUTH_SECRET: "x".repeat(32), BASE_URL: "http://localhost:3000" },
  });
  running.push(product);
  const ready = async () => (await fetch(`${product.url}/readyz`)).status;
  try {
    expect(existsSync(await postmaster())).toBe(false); // none of its own
    control("stop", "-m", "fast");
    expect(await ready()).toBe(503);
    expect((await fetch(`${product.url}/livez`)).status).toBe(200);
    const options = `-p ${new URL(outside.url).port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=`;
    control("start", "-o", options, "-l", path.join(place.folder, "server.log"));
    await expect.poll(ready, { timeout: 10_000 }).toBe(200);
  } finally {
    await product.stop();
    control("stop", "-m", "fast");
    await removeData(data);
  }
});
