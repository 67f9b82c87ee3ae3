/** Runs `next build` unless the last build was made from exactly these files. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

// What the bundle is made from. server.ts and scripts are not in it: Node reads them itself.
const SOURCES = [
  "app",
  "components",
  "lib",
  "messages",
  "public",
  "next.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
];
const STAMP = ".next/built-from";

function* files(at: string): Generator<string> {
  if (!existsSync(at)) return;
  if (statSync(at).isFile()) yield at;
  else for (const name of readdirSync(at).sort()) yield* files(path.join(at, name));
}

// Contents and not dates: a fresh clone and a branch switch change every date.
const hash = createHash("sha256").update(process.version);
for (const root of SOURCES)
  for (const file of files(root)) hash.update(`\0${file}\0`).update(readFileSync(file));
const now = hash.digest("hex");

if (!existsSync(".next/BUILD_ID") || !existsSync(STAMP) || readFileSync(STAMP, "utf8") !== now) {
  const program = path.join("node_modules", "next", "dist", "bin", "next");
  const { status } = spawnSync(process.execPath, [program, "build"], {
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(STAMP, now);
}
