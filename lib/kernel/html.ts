/** HTML that is safe to show as it is. Only {@link html} makes it. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

type Part = Html | string | number | null | false | readonly Html[];

/**
 * HTML from a template: what is filled in is escaped, for text and for values in quotes alike; other HTML and lists of
 * it are taken as they are, null and false are nothing.
 *
 * For long tables that are the same for many readers, and whose making by components costs more than all the rest of
 * the page. Everything else is a component.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const [first = "", ...rest] = withoutIndents(strings);
  return new Html(
    parts.reduce<string>((text, part, index) => text + show(part) + (rest[index] ?? ""), first),
  );
}

const known = new WeakMap<TemplateStringsArray, readonly string[]>();

/** Line ends and what follows them are for whoever reads the template; in HTML they are one blank. */
function withoutIndents(strings: TemplateStringsArray): readonly string[] {
  let short = known.get(strings);
  if (!short) known.set(strings, (short = strings.map((text) => text.replace(/\n\s*/g, " "))));
  return short;
}

function show(part: Part): string {
  if (part === null || part === false) return "";
  if (part instanceof Html) return part.text;
  if (typeof part === "number") return String(part);
  if (typeof part === "string") return part.replace(/[&<>"']/g, (mark) => ESCAPES[mark] ?? "");
  return part.map(({ text }) => text).join("");
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
