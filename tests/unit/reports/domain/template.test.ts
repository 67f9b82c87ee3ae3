import { describe, expect, it } from "vitest";
import { plainText } from "#lib/collab/domain/editor-node";
import { takeApart } from "#lib/reports/domain/sections";
import { draftReport } from "#lib/reports/domain/template";
import { inEnglish } from "#lib/words/translate";
import { meetingFacts, seriesFacts } from "../../../support/series-facts.ts";

const draft = (series = seriesFacts(), meetings = meetingFacts()) =>
  draftReport({ series, meetings }, inEnglish);
const section = (title: string) =>
  takeApart(draft()).sections.find((one) => one.title === title)?.nodes ?? [];

describe("draftReport", () => {
  it("has the sections in their order, the requests first, and the annexes last", () => {
    const { sections } = takeApart(draft());
    expect(sections.map(({ kind, title }) => `${kind}: ${title}`)).toEqual([
      "heading: Actions requested of TSAG",
      "heading: Mandate",
      "heading: Process",
      "heading: Areas agreed",
      "heading: Areas not agreed",
      "heading: Follow-up",
      "heading: Intellectual property rights",
      "annex: Annex A: Documents considered",
      "annex: Annex B: Participants",
    ]);
    expect(sections[0]?.nodes.at(-1)?.type).toBe("orderedList");
  });

  it("tells each meeting in Geneva time and in UTC with its date, across a change of the clocks", () => {
    const table = section("Process").find(({ type }) => type === "table");
    expect(table?.content?.map((row) => row.content?.map(plainText).slice(0, 2))).toEqual([
      ["Meeting", "Date and time"],
      ["Meeting 1", "2 March 2027, 13:00-15:00 Geneva time (12:00-14:00 UTC, 2 March)"],
      ["Meeting 2", "16 March 2027, 13:00-15:00 Geneva time (12:00-14:00 UTC, 16 March)"],
      ["Meeting 3", "30 March 2027, 13:00-15:00 Geneva time (11:00-13:00 UTC, 30 March)"],
    ]);
  });

  it("has a demarcation table with a column for each side, for both, and for the reference", () => {
    const table = section("Areas agreed").find(({ type }) => type === "table");
    expect(table?.content?.[0]?.content?.map(plainText)).toEqual([
      "Area",
      "SG2",
      "SG20",
      "Both",
      "Reference",
    ]);
    expect(table?.content?.length).toBe(4);
  });

  it("names both co-chairs with office and side, and asks each side for its view", () => {
    expect(section("Process").map(plainText)).toContain(
      "Paul First (WP1/2 Chair), for SG2Jun Second (WP2/20 Chair), for SG20",
    );
    const parts = section("Areas not agreed").filter(({ type }) => type === "heading");
    expect(parts.map(plainText)).toEqual(["View of SG2", "View of SG20", "Reservations"]);
  });

  it("says in brackets what it does not know, and never leaves a gap", () => {
    const empty = seriesFacts({
      mandate: { reference: "", text: "", status: "open" },
      members: [],
      topic: "",
    });
    const text = plainText(draft(empty, []));
    expect(text).toContain("The work answers [to be written] and is reported to TSAG.");
    expect(text).toContain("[Text of the mandate.]");
    expect(text).not.toMatch(/undefined|\{/);
  });
});
