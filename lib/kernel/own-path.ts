const NOWHERE = "http://own.invalid";
const LONGEST = 500;

/**
 * A path of this product that somebody asked to be brought to, or `fallback` when the text is no such path.
 *
 * Everything that a browser could read as another host (`//host`, `/\host`, a scheme, hidden characters) gives
 * the fallback: nobody is sent elsewhere after signing in.
 */
export function ownPath(text: unknown, fallback: string): string {
  if (typeof text !== "string" || text.length > LONGEST || !/^\/(?![/\\])[\x21-\x5B\x5D-\x7E]*$/.test(text))
    return fallback;
  const url = URL.canParse(text, NOWHERE) ? new URL(text, NOWHERE) : null;
  return url?.origin === NOWHERE && !url.pathname.startsWith("//")
    ? url.pathname + url.search + url.hash
    : fallback;
}
