/**
 * Adds to package-lock.json the platform packages of Next that npm could not see when it wrote the file.
 * A registry that lacks them makes `npm install` leave them out, and `npm ci` then refuses the file.
 * Run after `npm install`, before committing the lock file.
 */
import { readFileSync, writeFileSync } from "node:fs";

interface Entry {
  version?: string;
  optional?: boolean;
  optionalDependencies?: Record<string, string>;
  os?: string[];
  cpu?: string[];
  engines?: Record<string, string>;
}
const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: Record<string, Entry> };
const next = lock.packages["node_modules/next"];
for (const [name, version] of Object.entries(next?.optionalDependencies ?? {})) {
  const match = /^@next\/swc-(darwin|linux|win32)-(arm64|x64)/.exec(name);
  const at = `node_modules/${name}`;
  if (!match || lock.packages[at]) continue;
  lock.packages[at] = {
    version,
    optional: true,
    os: [match[1]!],
    cpu: [match[2]!],
    engines: { node: ">= 10" },
  };
  console.log("added", name, version);
}
const sorted = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync("package-lock.json", `${JSON.stringify({ ...lock, packages: sorted }, null, 2)}\n`);
