import { describe, expect, it } from "vitest";
import type { EditorNode } from "#lib/collab/domain/editor-node";
import { checkReport } from "#lib/reports/domain/checks";
import { draftReport } from "#lib/reports/domain/template";
import { inEnglish } from "#lib/words/translate";
import { meetingFacts, seriesFacts } from "../../../support/series-facts.ts";

const series = seriesFacts();
const meetings = meetingFacts();
const draft = draftReport({ series, meetings }, inEnglish);
const check = (report: EditorNode, notAgreed = [...series.sides].slice(0, 0)) =>
  checkReport(report, { series, meetings, notAgreed }, inEnglish);
const rules = (report: EditorNode) =>
  check(report).map(({ rule, message }) => `${rule} ${message.key.split(".").at(-1)}`);

/** The report with a text in place of every text that matches. */
function replace(node: EditorNode, pattern: RegExp, text: string): EditorNode {
  return {
    ...node,
    ...(node.text === undefined ? {} : { text: node.text.replace(pattern, text) }),
    ...(node.content ? { content: node.content.map((child) => replace(child, pattern, text)) } : {}),
  };
}
const finished = replace(draft, /\[[^\]]*\]/g, "Yes");

describe("checkReport", () => {
  it("finds nothing in a report that is filled in", () => {
    expect(check(finished)).toEqual([]);
  });

  it("finds in a new report the brackets and the IPR answer of each meeting", () => {
    expect(rules(draft)).toEqual(["R2 ipr", "R2 ipr", "R2 ipr", "T1 brackets"]);
    expect(inEnglish(check(draft).at(-1)?.message ?? { key: "reports.known" })).toMatch(
      /^\d+ passages in square brackets are left, the first: \[Say in two/,
    );
  });

  it("finds a section whose heading is gone", () => {
    expect(rules(replace(finished, /^Follow-up$/, "Next"))).toEqual(["R4 section"]);
  });

  it("finds requests that are not first or not numbered", () => {
    const content = finished.content ?? [];
    const moved = {
      ...finished,
      content: [...content.slice(0, 1), ...content.slice(4), ...content.slice(1, 4)],
    };
    expect(rules(moved)).toEqual(["R4 requestsFirst"]);
    const loose = {
      ...finished,
      content: content.filter((node, index) => index > 4 || node.type !== "orderedList"),
    };
    expect(rules(loose)).toEqual(["R4 requestsNumbered"]);
  });

  it("finds an abstract that is empty, or of 200 words, and takes one of 199", () => {
    const content = (finished.content ?? []).slice(1);
    const of = (count: number): EditorNode => ({
      type: "doc",
      content: [
        { type: "paragraph", content: count === 0 ? [] : [{ type: "text", text: "word ".repeat(count) }] },
        ...content,
      ],
    });
    expect(rules(of(0))).toEqual(["T1 abstract"]);
    expect(rules(of(199))).toEqual([]);
    expect(rules(of(200))).toEqual(["T1 abstract"]);
  });

  it("finds dates that are not written in ITU style", () => {
    for (const date of ["2027-03-02", "2.3.2027", "03/02/27"])
      expect(rules(replace(finished, /2 March 2027/, date))).toEqual(["T2 date"]);
  });

  it("finds an annex without participants", () => {
    expect(rules(replace(finished, /^Annex B: Participants$/, "Annex B"))).toEqual(["R1 participants"]);
  });

  it("says which sides have not agreed", () => {
    expect(check(finished, [...series.sides]).map(({ message }) => message.values?.side)).toEqual([
      "SG2",
      "SG20",
    ]);
  });
});
