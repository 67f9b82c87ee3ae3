import { totalsQuerySchema } from "#lib/scheduling/schema";
import type { PeopleFilter } from "#lib/scheduling/domain/book";

/** What an address asks to see of the totals. What it says wrongly is left out. */
export type LookedAt = { readonly filter: PeopleFilter; readonly bestFirst: boolean; readonly query: string };

export function lookedAt(params: Readonly<Record<string, unknown>>): LookedAt {
  const { order, ...filter } = totalsQuerySchema.parse(params);
  const said = Object.entries({ order, ...filter }).flatMap(([name, value]) =>
    value ? [[name, value]] : [],
  );
  const query = new URLSearchParams(said).toString();
  return { filter, bestFirst: order === "best", query: query && `?${query}` };
}
