import { once } from "./once.ts";

const MOST = 1_000;
const kept = once("sent-once", () => ({ last: 0, html: new Map<string, string>() }));

/**
 * Puts HTML where the render of this page finds it, and gives the name to find it by. What is given to a component of
 * the browser by its props travels twice: as HTML, and as the props that the browser starts it with. A name is short.
 */
export function putAside(html: string): string {
  kept.last += 1;
  const name = String(kept.last);
  kept.html.set(name, html);
  for (const [oldest] of kept.html) {
    if (kept.html.size <= MOST) break;
    kept.html.delete(oldest);
  }
  return name;
}

/** The HTML put aside under a name; null in the browser, and long after. */
export function findPutAside(name: string): string | null {
  return kept.html.get(name) ?? null;
}
