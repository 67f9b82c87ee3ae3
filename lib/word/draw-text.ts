import * as D from "docx";
import type { Run } from "./domain/blocks.ts";
import { beginsRightToLeft, splitByDirection } from "./domain/direction.ts";
import { safeLink, safeText } from "./domain/safe-text.ts";

type Look = Pick<Run, "bold" | "italic" | "position"> & { readonly style?: string };

/** The runs as Word knows them: one for each line and direction, links around theirs. */
export function drawRuns(runs: readonly Run[]): D.ParagraphChild[] {
  return runs.flatMap((run): D.ParagraphChild[] => {
    const link = run.link === undefined ? null : safeLink(run.link);
    if (link === null) return drawRun(run.text, run);
    return [new D.ExternalHyperlink({ link, children: drawRun(run.text, { ...run, style: "Hyperlink" }) })];
  });
}

/** The options of a paragraph whose text begins right-to-left; none for any other. */
export function directionOf(runs: readonly Run[]): { readonly bidirectional?: true } {
  return beginsRightToLeft(runs.map(({ text }) => text).join("")) ? { bidirectional: true } : {};
}

function drawRun(text: string, look: Look): D.TextRun[] {
  const lines = safeText(text).split("\n");
  return lines.flatMap((line, lineIndex) =>
    splitByDirection(line).map(
      (stretch, index) =>
        new D.TextRun({
          ...(lineIndex > 0 && index === 0 ? { break: 1 } : {}),
          ...looks(look),
          ...(stretch.rightToLeft ? { rightToLeft: true } : {}),
          children: withTabs(stretch.text),
        }),
    ),
  );
}

/** Only what holds is written: `bold: false` would be a direct format that no style can change any more. */
function looks({ bold, italic, position, style }: Look) {
  return {
    ...(bold ? { bold } : {}),
    ...(italic ? { italics: true } : {}),
    ...(position === "sub" ? { subScript: true } : {}),
    ...(position === "super" ? { superScript: true } : {}),
    ...(style ? { style } : {}),
  };
}

function withTabs(line: string): (string | D.Tab)[] {
  return line.split("\t").flatMap((part, index) => (index === 0 ? [part] : [new D.Tab(), part]));
}
