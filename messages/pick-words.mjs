import { readFile } from "node:fs/promises";

/**
 * Makes of a list of names (`en.words`, `en.AREA.words`) the part of the language's file (`en.json`) that they name: what components in
 * the browser say. Next's build runs it, before the sentences are read.
 */
export default function pickWords(list) {
  const done = this.async();
  const words = this.resourcePath.replace(/(\.\w+)?\.words$/, ".json");
  this.addDependency(words);
  readFile(words, "utf8").then(
    (text) => done(null, JSON.stringify(pick(JSON.parse(text), namesIn(list)))),
    done,
  );
}

/** One name a line. */
const namesIn = (list) => list.split("\n").filter((line) => line !== "" && !line.startsWith("#"));

function pick(words, names) {
  const picked = {};
  for (const name of names) {
    const path = name.split(".");
    const last = path.pop();
    let [from, to] = [words, picked];
    for (const part of path) {
      from = from[part] ?? {};
      to = to[part] ??= {};
    }
    if (from[last] === undefined) throw new Error(`en.words: there are no words ${name}`);
    to[last] = from[last];
  }
  return picked;
}
