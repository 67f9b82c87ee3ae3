import type { Day } from "#lib/kernel/day";

/** What the name of a document tells. */
export type FileNameParts = {
  /** Such as `2025-2028`. */
  readonly studyPeriod: string;
  /** The Study Groups that own it, in the order of the sides. */
  readonly groups: readonly string[];
  readonly day: Day;
  /** What it is: `Agenda-1`. */
  readonly kind: string;
};

/**
 * A file name in ITU-T's manner, `T25-SG2-SG20-270303-Agenda-1.docx`: ASCII letters, figures and hyphens only, so
 * that it means the same in every mail program, archive and file system.
 */
export function wordFileName({ studyPeriod, groups, day, kind }: FileNameParts): string {
  const parts = [`T${studyPeriod.slice(2, 4)}`, ...groups, day.slice(2).replaceAll("-", ""), kind];
  return `${parts
    .map(plain)
    .filter((part) => part !== "")
    .join("-")}.docx`;
}

const plain = (part: string) =>
  part
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .slice(0, 40)
    .replace(/^-+|-+$/g, "");
