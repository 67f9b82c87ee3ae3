import type { EditorNode } from "#lib/collab/domain/editor-node";
import { takeApart } from "#lib/reports/domain/sections";

/** The sections of a report that is only read, as links to their headings. */
export function TextOutline({ text }: { text: EditorNode }) {
  const { sections } = takeApart(text);
  const numbers = sections.map((section, index) =>
    section.kind === "annex"
      ? ""
      : sections.slice(0, index + 1).filter(({ kind }) => kind === "heading").length,
  );
  return (
    <ol className="grid gap-1 text-sm">
      {sections.map(({ title }, index) => (
        <li key={index}>
          <a
            href={`#section-${index + 1}`}
            className="block min-h-8 px-2 py-1 text-ink no-underline hover:bg-shade"
          >
            <span className="tabular text-muted">{numbers[index]}</span> {title}
          </a>
        </li>
      ))}
    </ol>
  );
}
