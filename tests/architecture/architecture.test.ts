import { execFileSync, spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, expect, it } from "vitest";
import messages from "#messages/en";

const INFRASTRUCTURE =
  /^(audit|auth|calendar-files|csv|collab|db|jobs|kernel|letter-files|live|log|mail|outbox|schema|secrets|settings|start|web|word|words|workers)\//;
const FEATURE_FILE =
  /^[a-z0-9-]+\/(domain\/[a-z0-9-]+|usecases\/[a-z0-9-]+|store\/[a-z0-9-]+|schema|store|csv|worker)\.ts$/;
const VAGUE = /(^|\/)(index|utils?|helpers?|common|misc|manager|service|data|info)\.tsx?$/;

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes("generated"))
    .map((file) => file.replaceAll(path.sep, "/"));
const libFiles = filesIn("lib");
const read = (file: string) => readFileSync(file, "utf8");

const planted: string[] = [];
afterEach(() => {
  for (const folder of planted.splice(0)) rmSync(folder, { recursive: true, force: true });
});

it("keeps feature folders to the agreed file names", () => {
  const others = libFiles.filter((file) => !INFRASTRUCTURE.test(file) && !FEATURE_FILE.test(file));

  expect(others).toEqual([]);
});

it("has no file with a name that says nothing", () => {
  expect(
    [...libFiles, ...filesIn("components"), ...filesIn("app")].filter((file) => VAGUE.test(file)),
  ).toEqual([]);
});

/** The files of lib that a file imports, as they are named in lib. */
function importsOf(file: string): string[] {
  return [...read(file).matchAll(/\bfrom "([^"]+)"/g)].flatMap(([, from = ""]) => {
    if (from.startsWith("#lib/")) return [`${from.slice("#lib/".length)}.ts`];
    if (from.startsWith("./")) return [path.posix.join(path.posix.dirname(file), from).replace(/^lib\//, "")];
    return [];
  });
}

it("reaches every domain file that holds a function from a unit test", () => {
  const waiting = filesIn("tests/unit").flatMap((file) => importsOf(`tests/unit/${file}`));
  const reached = new Set<string>();
  for (let file = waiting.pop(); file; file = waiting.pop()) {
    if (reached.has(file) || !existsSync(`lib/${file}`)) continue;
    reached.add(file);
    waiting.push(...importsOf(`lib/${file}`));
  }
  const holdsFunction = (file: string) => read(`lib/${file}`).includes("export function");
  const domain = libFiles.filter((file) => /^[^/]+\/domain\//.test(file) && holdsFunction(file));

  expect(domain.length).toBeGreaterThan(10);
  expect(domain.filter((file) => !reached.has(file))).toEqual([]);
});

it("hands nothing of lib to the browser but what is pure", () => {
  const clients = ["app", "components"].flatMap((folder) =>
    filesIn(folder)
      .map((file) => `${folder}/${file}`)
      .filter((file) => /^["']use client["']/.test(read(file))),
  );
  const PURE = /^#lib\/(kernel\/|web\/action-state$|[^/]+\/(domain\/|schema$))/;
  const leaks = clients.flatMap((file) =>
    [...read(file).matchAll(/^import (?!type )[^;]*?from "(#lib\/[^"]+)"/gms)]
      .map((match) => match[1] ?? "")
      .filter((from) => !PURE.test(from))
      .map((from) => `${file} → ${from}`),
  );

  expect(clients.length).toBeGreaterThan(0);
  expect(leaks).toEqual([]);
});

it("finds every text that code asks for by its full name", () => {
  const known = (key: string) => {
    let at: unknown = messages;
    for (const part of key.split("."))
      at = typeof at === "object" && at !== null ? (at as Record<string, unknown>)[part] : undefined;
    return at !== undefined;
  };
  const asked = ["lib", "app", "components"].flatMap((folder) =>
    filesIn(folder).flatMap((file) => {
      const text = read(`${folder}/${file}`);
      const namespaces = /(?:getTranslations|useTranslations)\("([^"]+)"\)/g;
      const said = /\bsay\(\s*"([^"]+)"/g;
      return [...text.matchAll(namespaces), ...text.matchAll(said)].map((match) => match[1] ?? "");
    }),
  );

  expect(asked.length).toBeGreaterThan(20);
  expect(asked.filter((key) => !known(key))).toEqual([]);
});

it("reports a planted violation of the import rules", () => {
  // Elsewhere: checks of the real tree may run at the same time.
  const tree = mkdtempSync(path.join(tmpdir(), "liaise-planted-"));
  planted.push(tree);
  for (const folder of ["lib/kernel", "lib/db"]) mkdirSync(path.join(tree, folder), { recursive: true });
  for (const file of ["package.json", "tsconfig.json"]) copyFileSync(file, path.join(tree, file));
  writeFileSync(path.join(tree, "lib/db/client.ts"), "export const db = 1;\n");
  const wrong = 'import { db } from "#lib/db/client";\nexport const wrong = db;\n';
  writeFileSync(path.join(tree, "lib/kernel/wrong.ts"), wrong);
  const program = path.resolve("node_modules/.bin/depcruise");
  const config = path.resolve(".dependency-cruiser.mjs");
  const run = spawnSync(program, ["lib", "--config", config], { cwd: tree, encoding: "utf8" });

  expect(run.stdout + run.stderr).toContain("kernel-is-the-bottom: lib/kernel/wrong.ts");
  expect(run.status).not.toBe(0);
});

it("reports a planted clock in pure code", () => {
  const run = spawnSync("node_modules/.bin/eslint", ["--stdin", "--stdin-filename", "lib/kernel/wrong.ts"], {
    input: "export const today = () => new Date();\n",
    encoding: "utf8",
  });

  expect(run.stdout).toContain("Take `now` as an argument");
  expect(run.status).toBe(1);
});

/** Where Node itself begins to load lib: an import that only a bundler understands fails here. */
const ENTRIES = [
  ...libFiles.filter((file) => /\/usecases\//.test(file)),
  "start/seed.ts",
  "start/announce.ts",
  "jobs/start.ts",
  "collab/sockets.ts",
].map((file) => `./lib/${file}`);

it("loads every use case, job and socket in Node itself, without a bundler", () => {
  const program = `for (const entry of ${JSON.stringify(ENTRIES)}) await import(entry).catch((error) => {
    console.log(entry, error.message); process.exitCode = 1; });
    process.exit();`;
  const output = execFileSync(process.execPath, ["--input-type=module", "-e", program], { encoding: "utf8" });

  expect(output).toBe("");
});
