import { createHash } from "node:crypto";

const MOST = 400;
const OFTEN = 3;

/**
 * Gives each SQL text that comes back a name, by which PostgreSQL keeps it parsed and planned on a connection; none to
 * the first few of a text, since a list of another length makes another text.
 */
export function nameStatements(): (query: { readonly sql: string }) => string {
  const seen = new Map<string, number>();
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    const times = (seen.get(sql) ?? 0) + 1;
    if (seen.size >= MOST) seen.clear();
    seen.set(sql, times);
    if (times < OFTEN || names.size >= MOST) return "";
    const name = `l${createHash("sha256").update(sql).digest("hex").slice(0, 32)}`;
    names.set(sql, name);
    return name;
  };
}
