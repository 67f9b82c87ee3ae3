import { describe, expect, it } from "vitest";
import { findGroups, findQuestions, onceEach, questionsOfField } from "#lib/liaison/domain/references";

const questions = (text: string) => findQuestions(text).map(({ reference }) => reference);
const groups = (text: string) => findGroups(text).map(({ reference }) => reference);

describe("findQuestions", () => {
  it.each([
    ["Q1/2", "Q1/2"],
    ["Q.1/2", "Q1/2"],
    ["Question 1/2", "Q1/2"],
    ["Q12-14/16", "Q12/16 Q13/16 Q14/16"],
    ["Q12 to 14/16", "Q12/16 Q13/16 Q14/16"],
    ["Qs.1 and 3/2", "Q1/2 Q3/2"],
    ["Qs 1, 3 and 5/2", "Q1/2 Q3/2 Q5/2"],
    ["Q1/2, Q3/2 & Q5/2", "Q1/2 Q3/2 Q5/2"],
    ["Questions 1/2 and 6/20", "Q1/2 Q6/20"],
    ["Q1-3, 5/2 and Q6/20", "Q1/2 Q2/2 Q3/2 Q5/2 Q6/20"],
    ["All/9", "All/9"],
    ["QALL/9", "All/9"],
    ["WP1/2 and WP2/20", "WP1/2 WP2/20"],
    ["Working Parties 1/2 and 3/2", "WP1/2 WP3/2"],
  ])("reads %s as %s", (text, references) => {
    expect(questions(`experts of ${text} met`)).toEqual(references.split(" "));
  });

  it.each([
    "39A1/1",
    "Q1/2025",
    "question 5",
    "Q5 of the list",
    "SGQ1/2",
    "1/2",
    "Q1-99/2",
    "Q3-1/2",
    "Q0/2",
  ])("sees no Question in %s", (text) => {
    expect(questions(text)).toEqual([]);
  });

  it("takes no number that belongs to other words", () => {
    expect(questions("Q1/2 and 3 virtual meetings")).toEqual(["Q1/2"]);
  });

  it("says where each stands", () => {
    const text = "between Q1/2 and Q6/20";
    expect(findQuestions(text).map(({ span }) => text.slice(span.start, span.end))).toEqual([
      "Q1/2",
      "Q6/20",
    ]);
  });
});

describe("questionsOfField", () => {
  it.each([
    ["1/2, 3/2", "2", "Q1/2 Q3/2"],
    ["1 and 3", "2", "Q1/2 Q3/2"],
    ["12-14/16", null, "Q12/16 Q13/16 Q14/16"],
    ["Q1/2 / Q6/20", "2", "Q1/2 Q6/20"],
  ])("reads the header's %s for SG%s as %s", (text, sg, references) => {
    expect(questionsOfField(text, sg).map(({ reference }) => reference)).toEqual(references.split(" "));
  });

  it("leaves numbers out whose Study Group nobody names", () => {
    expect(questionsOfField("1 and 3", null)).toEqual([]);
  });
});

describe("findGroups", () => {
  it.each([
    ["ITU-T Study Group 2 (SG2)", "SG2 SG2"],
    ["ITU-T SG 20", "SG20"],
    ["ITU-T-SG-2", "SG2"],
    ["Study Groups 2, 13 and 20", "SG2 SG13 SG20"],
    ["SGs 2 and 20", "SG2 SG20"],
    ["SG2/SG20", "SG2 SG20"],
    ["SG02", "SG2"],
    ["TSAG", "TSAG"],
    ["МСЭ-Т ИК 20", "SG20"],
    ["第20研究组", "SG20"],
  ])("reads %s as %s", (text, references) => {
    expect(groups(text)).toEqual(references.split(" "));
  });

  it.each([
    "ITU-R SG5",
    "ITU-D Study Group 2",
    "t25sg2@lists.example.org",
    "SG2-TD9R1/PLEN",
    "T25-SG12-250909-TD",
    "SG0",
  ])("sees no Study Group of ITU-T in %s", (text) => {
    expect(groups(text)).toEqual([]);
  });
});

describe("onceEach", () => {
  it("keeps the first of each, by Study Group and number", () => {
    const mentions = findQuestions("Q6/20, Q10/2, Q1/2 and again Q6/20");
    expect(onceEach(mentions).map(({ reference, span }) => [reference, span.start])).toEqual([
      ["Q1/2", 14],
      ["Q10/2", 7],
      ["Q6/20", 0],
    ]);
  });
});
