/**
 * PostgreSQL for those who have none: the real server from npm, in a folder of this project.
 *
 * `pg_ctl` does the work. It puts the server in a session of its own, so Ctrl-C in a terminal reaches only
 * Node and we can finish our writes before PostgreSQL stops. After kill -9 of Node it keeps running;
 * the next start finds it and goes on with it. Whoever closes last stops it.
 */
import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import pg from "pg";
import { StartError } from "#lib/kernel/start-error";
import { say } from "#lib/kernel/words";
import { findPlace, type Place } from "./paths.ts";

export interface Database {
  url: string;
  close(): Promise<void>;
}

const USER = "liaise";

/**
 * The database of `DATABASE_URL`, or our own.
 *
 * @throws StartError when ours cannot be started: the folder, the version of its data, the machine.
 */
export async function openDatabase(): Promise<Database> {
  const url = process.env.DATABASE_URL;
  if (url) return { url, close: async () => {} };
  const place = await findPlace(process.env.LIAISE_DATA ?? ".data");
  if (!existsSync(path.join(cluster(place), "PG_VERSION"))) await create(place);
  else requireSameVersion(place);
  const running = (await reach(place)) ?? (await start(place));
  return { url: running, close: () => closeIfLast(place, running) };
}

function requireSameVersion(place: Place): void {
  const found = readFileSync(path.join(cluster(place), "PG_VERSION"), "utf8").trim();
  const said = execFileSync(place.pgCtl, ["--version"], { encoding: "utf8" });
  const ours = /(\d+)\.\d+\s*$/.exec(said)?.[1] ?? "?";
  if (found !== ours)
    throw new StartError(say("start.otherPostgres", { folder: cluster(place), found, ours }));
}

const cluster = (place: Place) => path.join(place.folder, "cluster");
const passwordFile = (place: Place) => path.join(cluster(place), "liaise-password");

async function create(place: Place): Promise<void> {
  // Built aside and renamed: an interrupted first start leaves nothing that looks finished, and of two
  // processes that start at once the slower one throws its work away.
  const draft = path.join(place.folder, `draft-${process.pid}`);
  const password = path.join(place.folder, `draft-${process.pid}.password`);
  rmSync(draft, { recursive: true, force: true });
  writeFileSync(password, randomBytes(24).toString("hex"), { mode: 0o600 });
  const { uid, gid } = place.account;
  if (uid !== undefined && gid !== undefined) {
    chownSync(place.folder, uid, gid);
    chownSync(password, uid, gid);
  }
  await run(place, place.initdb, [
    `--pgdata=${draft}`,
    `--username=${USER}`,
    `--pwfile=${password}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale-provider=builtin", // the same sort order on every machine, whatever locales it has
    "--builtin-locale=C.UTF-8",
    "--locale=C",
  ]);
  renameSync(password, path.join(draft, "liaise-password"));
  try {
    renameSync(draft, cluster(place));
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(passwordFile(place))) throw error;
  }
}

/** The address of the server that already runs on this folder, if it answers and is ours. */
async function reach(place: Place): Promise<string | undefined> {
  const file = path.join(cluster(place), "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const port = readFileSync(file, "utf8").split("\n")[3]?.trim();
  if (!port) return undefined;
  const url = address(place, port);
  try {
    const [row] = await ask<{ folder: string }>(url, "select current_setting('data_directory') as folder");
    return row && path.resolve(row.folder) === cluster(place) ? url : undefined;
  } catch {
    return undefined;
  }
}

async function start(place: Place): Promise<string> {
  forgetDeadServer(place);
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    try {
      await run(place, place.pgCtl, [
        "start",
        "-w",
        "-t",
        "60",
        "-D",
        cluster(place),
        "-l",
        path.join(place.folder, "server.log"),
        "-o",
        `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=`,
      ]);
      return address(place, String(port));
    } catch (error) {
      // Another process started it meanwhile, or took the port between our look and our use.
      const other = await reach(place);
      if (other) return other;
      if (attempt === 5) throw error;
      await setTimeout(1_000); // it may still be replaying its log after a crash
    }
  }
}

/**
 * After a power cut or kill -9, postmaster.pid names a process that is gone. PostgreSQL sees that itself,
 * with two exceptions, both usual in containers: the number now belongs to another program, or process 1
 * never collects its dead and the old server is still listed, as a zombie.
 */
function forgetDeadServer(place: Place): void {
  const file = path.join(cluster(place), "postmaster.pid");
  if (process.platform !== "linux" || !existsSync(file)) return;
  const status = `/proc/${Number(readFileSync(file, "utf8").split("\n")[0])}/status`;
  if (!existsSync(status)) return;
  const text = readFileSync(status, "utf8");
  if (!/^Name:\s+postgres$/m.test(text) || /^State:\s+Z/m.test(text)) rmSync(file);
}

async function closeIfLast(place: Place, url: string): Promise<void> {
  for (let attempt = 1; attempt <= 10; attempt += 1) {
    const [row] = await ask<{ others: number }>(url, OTHERS);
    if (row?.others === 0)
      return run(place, place.pgCtl, ["stop", "-w", "-t", "60", "-m", "fast", "-D", cluster(place)]);
    await setTimeout(100); // our own connections may still be on their way out
  }
}

const OTHERS =
  "select count(*)::int as others from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()";

const address = (place: Place, port: string) =>
  `postgresql://${USER}:${readFileSync(passwordFile(place), "utf8")}@127.0.0.1:${port}/postgres`;

async function ask<Row>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows as Row[];
  } finally {
    await client.end();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

function run(place: Place, program: string, args: string[]): Promise<void> {
  // Into a file: the server inherits these handles, and a pipe would keep us waiting for it.
  const log = path.join(place.folder, "setup.log");
  const output = openSync(log, "a");
  return new Promise<void>((resolve, reject) => {
    const child = spawn(program, args, {
      ...place.account,
      cwd: place.folder,
      stdio: ["ignore", output, output],
      env: { ...process.env, LC_ALL: "C" },
    });
    child.once("error", reject);
    child.once("exit", (code) =>
      code === 0
        ? resolve()
        : reject(new StartError(say("start.embeddedFailed", { log: place.folder, code: String(code) }))),
    );
  }).finally(() => closeSync(output));
}
