/** What JSON can hold. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json | undefined };

/**
 * The one way to write a JSON value: names in the order of their UTF-16 code units, no space between, numbers as
 * ECMAScript writes them. Names whose value is undefined are left out.
 *
 * @see RFC 8785
 */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map((item: Json) => canonicalJson(item)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member ?? null)}`);
  return `{${members.join(",")}}`;
}

/** Where two JSON values are not the same. */
export type Difference = { readonly path: string; readonly here: Json; readonly there: Json };

const MOST_DIFFERENCES = 100;

/** Every place at which two values differ, by its path such as `ranking.best[0].reach`; at most 100 of them. */
export function differences(here: Json, there: Json, path = ""): Difference[] {
  if (canonicalJson(here) === canonicalJson(there)) return [];
  const [left, right] = [membersOf(here), membersOf(there)];
  if (!left || !right || Array.isArray(here) !== Array.isArray(there)) return [{ path, here, there }];
  const names = [...new Set([...left.keys(), ...right.keys()])];
  const step = (name: string) => (Array.isArray(here) ? `${path}[${name}]` : path ? `${path}.${name}` : name);
  return names
    .flatMap((name) => differences(left.get(name) ?? null, right.get(name) ?? null, step(name)))
    .slice(0, MOST_DIFFERENCES);
}

function membersOf(value: Json): Map<string, Json> | null {
  if (typeof value !== "object" || value === null) return null;
  return new Map(Object.entries(value).map(([name, member]) => [name, member ?? null]));
}
