import { describe, expect, it } from "vitest";
import { wordFileName } from "#lib/word/domain/file-name";

const PARTS = { studyPeriod: "2025-2028", groups: ["SG2", "SG20"], day: "2027-03-01", kind: "Agenda-1" };

describe("wordFileName", () => {
  it("tells period, groups, day and kind, as ITU-T's own names do", () => {
    expect(wordFileName(PARTS)).toBe("T25-SG2-SG20-270301-Agenda-1.docx");
  });

  it("holds nothing but ASCII letters, figures and hyphens, whatever the groups are called", () => {
    expect(wordFileName({ ...PARTS, groups: ["WP1/2", "../é\r\nx", "سؤال"], kind: "Réport " })).toBe(
      "T25-WP1-2-e-x-270301-Report.docx",
    );
  });
});
