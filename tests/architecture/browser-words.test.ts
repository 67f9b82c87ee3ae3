import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

const read = (file: string) => readFileSync(file, "utf8");
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes("generated"))
    .map((file) => `${folder}/${file.replaceAll(path.sep, "/")}`);

const IMPORT = /^(?:import|export)\s+(?!type\b)[^;]*?from\s+"([^"]+)"|\bimport\("([^"]+)"\)/gms;

/** The file that an import means, or null for a package. */
function fileOf(from: string, meant: string): string | null {
  const at = meant.startsWith("#")
    ? meant.slice(1)
    : meant.startsWith(".")
      ? path.posix.join(path.posix.dirname(from), meant)
      : null;
  const candidates = at === null ? [] : [at, `${at}.ts`, `${at}.tsx`];
  return candidates.find((file) => existsSync(file) && statSync(file).isFile()) ?? null;
}

/** Every file that a browser can load: those that say so, and all that they import. */
function browserFiles(): Set<string> {
  const waiting = ["app", "components"]
    .flatMap(filesIn)
    .filter((file) => /^["']use client["']/.test(read(file)));
  const reached = new Set<string>();
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reached.has(file) || !/\.tsx?$/.test(file) || /^["']use server["']/.test(read(file))) continue;
    reached.add(file);
    for (const [, whole, later] of read(file).matchAll(IMPORT)) {
      const found = fileOf(file, whole ?? later ?? "");
      if (found) waiting.push(found);
    }
  }
  return reached;
}

const names = read("messages/en.words")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"));
const isSent = (key: string) => names.some((name) => key === name || key.startsWith(`${name}.`));

it("sends the browser every word that its components ask for", () => {
  const asked = [...browserFiles()].flatMap((file) =>
    [...read(file).matchAll(/useTranslations(?:<[^>]*>)?\("([^"]+)"\)|\bsay\(\s*"([^"]+\.[^"]+)"/g)].map(
      ([, namespace, said]) => `${namespace ?? said} in ${file}`,
    ),
  );

  expect(asked.length).toBeGreaterThan(100);
  expect(asked.filter((each) => !isSent(each.split(" ")[0] ?? ""))).toEqual([]);
});
