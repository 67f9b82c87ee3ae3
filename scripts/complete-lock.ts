/**
 * Adds to package-lock.json the packages of other platforms that npm left out when it wrote the file, because it did
 * not see them in the registry or had not installed them. `npm ci` refuses a file without them. Run after
 * `npm install`, before committing the lock file.
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
const PLATFORM = /-(aix|android|darwin|freebsd|linux|openharmony|sunos|wasm32|win32|windows)-([a-z0-9]+)/;
const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: Record<string, Entry> };
for (const owner of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(owner.optionalDependencies ?? {})) {
    const match = PLATFORM.exec(name);
    const at = `node_modules/${name}`;
    if (!match?.[1] || !match[2] || !/^\d/.test(version) || lock.packages[at]) continue;
    lock.packages[at] = { version, optional: true, os: [match[1]], cpu: [match[2]] };
    console.log("added", name, version);
  }
}
const sorted = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync("package-lock.json", `${JSON.stringify({ ...lock, packages: sorted }, null, 2)}\n`);
