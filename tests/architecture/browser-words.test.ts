import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const kept = new Map<string, string>();
function read(file: string): string {
  const text = kept.get(file) ?? readFileSync(file, "utf8");
  kept.set(file, text);
  return text;
}

/** What Next makes a page of: each file is an entry of its own. */
const entries = readdirSync("app", { recursive: true, encoding: "utf8" })
  .map((file) => `app/${file.replaceAll(path.sep, "/")}`)
  .filter((file) => /\/(page|layout|error|not-found|global-error)\.tsx$/.test(file));

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

/** These files and all that they import, as far as they run where these run. */
function reachedFrom(files: readonly string[]): Set<string> {
  const waiting = [...files];
  const reached = new Set<string>();
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reached.has(file) || /^["']use server["']/.test(read(file))) continue;
    reached.add(file);
    if (!/\.tsx?$/.test(file)) continue;
    for (const [, whole, later] of read(file).matchAll(IMPORT)) {
      const found = fileOf(file, whole ?? later ?? "");
      if (found) waiting.push(found);
    }
  }
  return reached;
}

const SAID = /useTranslations(?:<[^>]*>)?\("([^"]+)"\)|\bsay\(\s*"([^"]+\.[^"]+)"/g;

/** What components of the browser on a page ask for, with the file that asks. */
function askedBy(entry: string): string[] {
  const inBrowser = [...reachedFrom([entry])].filter((file) => /^["']use client["']/.test(read(file)));
  return [...reachedFrom(inBrowser)].flatMap((file) =>
    [...read(file).matchAll(SAID)].map(([, namespace, said]) => `${namespace ?? said} in ${file}`),
  );
}

const namesIn = (list: string) => list.split("\n").filter((line) => line !== "" && !line.startsWith("#"));

/** The names of the words that a page and the layouts around it bring: as a script, or inside the page. */
function broughtBy(entry: string): string[] {
  const around = entries.filter(
    (file) => file.endsWith("/layout.tsx") && entry.startsWith(file.slice(0, -"layout.tsx".length)),
  );
  return [...reachedFrom([entry, ...around])].flatMap((file) => {
    if (file.endsWith(".words")) return namesIn(read(file));
    const [, inPage = ""] = /<SomeWords of=\{\[([^\]]*)\]\}/.exec(read(file)) ?? [];
    return [...inPage.matchAll(/"([^"]+)"/g)].map(([, name = ""]) => name);
  });
}

/** Whether a page brings the words of a name. */
const brings = (entry: string) => {
  const brought = broughtBy(entry);
  return (key: string) => brought.some((name) => key === name || key.startsWith(`${name}.`));
};

describe("the words of the browser", () => {
  it("are on every page that says them", () => {
    const asked = entries.map((entry) => ({ entry, asked: askedBy(entry), isBrought: brings(entry) }));

    expect(asked.flatMap((each) => each.asked).length).toBeGreaterThan(300);
    const missing = asked.flatMap(({ entry, asked, isBrought }) =>
      asked.filter((each) => !isBrought(each.split(" ")[0] ?? "")).map((each) => `${each} on ${entry}`),
    );
    expect(missing).toEqual([]);
  });

  it("of an area replace none of those that every page has", () => {
    const firstNames = (file: string) => namesIn(read(`messages/${file}`)).map((name) => name.split(".")[0]);
    const areas = readdirSync("messages").filter((file) => /^en\.\w+\.words$/.test(file));
    const everywhere = new Set(firstNames("en.words"));

    expect(areas.length).toBeGreaterThan(5);
    expect(everywhere).toContain("ui");
    expect(areas.flatMap(firstNames).filter((name) => everywhere.has(name))).toEqual([]);
  });
});
