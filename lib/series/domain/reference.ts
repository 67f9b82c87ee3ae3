const SMALL_WORDS = new Set([
  "a",
  "an",
  "and",
  "at",
  "by",
  "for",
  "from",
  "in",
  "of",
  "on",
  "or",
  "the",
  "to",
  "with",
]);
const MAX_LENGTH = 48;

/**
 * The readable reference of a new series, such as `sg2-sg20-iot-identification`: its groups, then the first words
 * of its title. It is made of a-z, 0-9 and hyphens, and differs from all that are taken.
 *
 * A title without Latin letters gives `sg2-sg20-joint-meetings`.
 */
export function makeReference(groups: readonly string[], title: string, taken: readonly string[]): string {
  const base = [...groups.map(slug), shorten(significantWords(title)) || "joint-meetings"].join("-");
  const used = new Set(taken);
  for (let count = 1; ; count += 1) {
    const reference = count === 1 ? base : `${base}-${count}`;
    if (!used.has(reference)) return reference;
  }
}

const slug = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

const significantWords = (title: string) =>
  slug(title)
    .split("-")
    .filter((word) => word !== "" && !SMALL_WORDS.has(word));

function shorten(words: readonly string[]): string {
  let kept = "";
  for (const word of words.slice(0, 4)) {
    const longer = kept ? `${kept}-${word}` : word.slice(0, MAX_LENGTH);
    if (longer.length > MAX_LENGTH) break;
    kept = longer;
  }
  return kept;
}
