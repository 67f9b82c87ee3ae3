import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdirSync, openSync, readFileSync, rmdirSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { findPlace } from "#lib/db/paths";

/** The built product, running as a process of its own with its own data. */
export type Product = {
  /** Without a slash at the end. */
  readonly url: string;
  readonly process: ChildProcess;
  /** Milliseconds from the start of the process to its first good answer. */
  readonly startedAfter: number;
  /** What it wrote so far: to the person at the terminal, and to its log. */
  output(): { readonly told: string; readonly logged: string };
  /** As Ctrl-C does. Resolves with the exit code when it and its database have stopped. */
  stop(): Promise<number | null>;
};

export type ProductOptions = {
  /** Its data folder; kept when it stops. */
  readonly data: string;
  readonly demo?: boolean;
  readonly port?: number;
  readonly env?: Record<string, string>;
};

const LONGEST_START_MS = 120_000;

/** Starts the product and waits until it is ready. It stops with this process, whatever happens. */
export async function startProduct(options: ProductOptions): Promise<Product> {
  const port = options.port ?? (await freePort());
  const url = `http://localhost:${port}`;
  mkdirSync(options.data, { recursive: true });
  const files = { told: path.join(options.data, "told.txt"), logged: path.join(options.data, "log.jsonl") };
  const [told, logged] = [openSync(files.told, "w"), openSync(files.logged, "w")];
  const began = performance.now();
  const child = spawn(
    process.execPath,
    [...startArguments(), "--with-parent", ...(options.demo ? ["--demo"] : [])],
    {
      stdio: ["ignore", told, logged],
      env: environment(port, options),
    },
  );
  closeSync(told);
  closeSync(logged);
  const output = () => ({
    told: readFileSync(files.told, "utf8"),
    logged: readFileSync(files.logged, "utf8"),
  });
  while (!(await isReady(url)) || output().told === "") {
    if (child.exitCode !== null || performance.now() - began > LONGEST_START_MS) {
      child.kill("SIGKILL");
      throw new Error(`the product did not start:\n${output().logged}`);
    }
    await setTimeout(25);
  }
  return {
    ...{ url, process: child, output, startedAfter: performance.now() - began },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const ended = once(child, "exit");
      child.kill("SIGINT");
      await ended;
      return child.exitCode;
    },
  };
}

/** What `npm start` gives Node after it has built. */
function startArguments(): string[] {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: { start: string } };
  return (scripts.start.split(" && node ").at(-1) ?? "").split(" ");
}

/** Only what it is given: settings of the shell that runs the tests must not reach it. */
function environment(port: number, { data, env = {} }: ProductOptions): NodeJS.ProcessEnv {
  const { PATH = "", HOME = "", TZ = "Asia/Kathmandu" } = process.env;
  const settings = { PORT: String(port), LIAISE_DATA: data, LOG_LEVEL: "warn" };
  return { PATH, HOME, TZ, NODE_ENV: "production", ...settings, ...env };
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5_000) })).ok;
  } catch {
    return false;
  }
}

/** A port of the loopback address that nobody uses. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** Removes a data folder, wherever its database is kept. Nothing may run on it. */
export async function removeData(data: string): Promise<void> {
  for (const folder of [data, path.join(data, "demo")]) {
    const place = (await findPlace(folder)).folder;
    rmSync(place, { recursive: true, force: true });
    if (!place.startsWith(path.resolve(data))) rmdirSync(path.dirname(place));
  }
  rmSync(data, { recursive: true, force: true });
}
