import { type EditorNode, plainText } from "#lib/collab/domain/editor-node";
import { say, type Words } from "#lib/kernel/words";

/** Turns words into a sentence of the report's language. */
export type Write = (words: Words) => string;

/** The sections a report to the parent group has, in their order. */
export const SECTIONS = ["requests", "mandate", "process", "agreed", "notAgreed", "followUp", "ipr"] as const;

export type SectionName = (typeof SECTIONS)[number];

/** A part of a report: what stands between one heading of the first level, or annex, and the next. */
export type ReportSection = {
  readonly title: string;
  readonly kind: "heading" | "annex";
  readonly nodes: readonly EditorNode[];
};

/** A report taken apart: what stands before the first heading is its abstract. */
export type TakenApart = {
  readonly abstract: readonly EditorNode[];
  readonly sections: readonly ReportSection[];
};

/** Whether a node is the heading of a section, or the title of an annex. */
export function startsSection({ type, attrs }: EditorNode): boolean {
  return type === "annex" || (type === "heading" && attrs?.level === 1);
}

/** Takes the text of a report apart at its headings. */
export function takeApart(report: EditorNode): TakenApart {
  const nodes = report.content ?? [];
  const starts = nodes.flatMap((node, index) => (startsSection(node) ? [index] : []));
  return {
    abstract: nodes.slice(0, starts[0] ?? nodes.length),
    sections: starts.map((start, index) => ({
      title: plainText(nodes[start] ?? { type: "heading" }).trim(),
      kind: nodes[start]?.type === "annex" ? "annex" : "heading",
      nodes: nodes.slice(start + 1, starts[index + 1] ?? nodes.length),
    })),
  };
}

/** The section under this heading, or null. Case does not count. */
export function findSection({ sections }: TakenApart, title: string): ReportSection | null {
  return sections.find((section) => section.title.toLowerCase() === title.toLowerCase()) ?? null;
}

/** Heading of a section. `target` is the group that is reported to, such as `TSAG`. */
export function sectionTitle(name: SectionName, target: string): Words {
  return say(`reports.section.${name}`, { target });
}
