import { describe, expect, it } from "vitest";
import {
  announcementLines,
  expectedAttendees,
  introductionWords,
  momentLines,
  shortQuestions,
  subjectWords,
} from "#lib/announcements/domain/text";
import { inEnglish } from "#lib/words/translate";
import { aMeeting, someFacts } from "../../../support/announcement-facts.ts";
import { aMember } from "../../../support/series-in-memory.ts";

const empty = { subject: "", introduction: "", practical: "" };
const written = (facts = someFacts(), parts = empty) =>
  announcementLines(facts, parts).map((line) => (typeof line === "string" ? line : inEnglish(line)));

describe("announcementLines", () => {
  it("puts what people wrote first and after the meetings, line by line as written", () => {
    const lines = written(someFacts(), { ...empty, introduction: "مرحبا {x}\n<b>", practical: "Captions" });
    expect(lines.slice(0, 3)).toEqual(["مرحبا {x}", "<b>", ""]);
    expect(lines).toContain("Captions");
  });

  it("leaves out what is not known", () => {
    const { series } = someFacts();
    const bare = {
      ...series,
      topic: "",
      output: "",
      members: [],
      mandate: { ...series.mandate, reference: "" },
    };
    const text = written(someFacts({ series: { ...bare, target: { ...series.target, group: null } } })).join(
      "\n",
    );
    for (const label of ["Topic", "Output", "Mandate", "Reports to", "Co-chair"])
      expect(text).not.toContain(label);
    expect(text).toContain("Question(s)/WP: Q1/2 (SG2) and Q6/20 (SG20)");
  });

  it("names the attendees above twenty only", () => {
    const lines = (expected: number) =>
      written(someFacts({ meetings: [aMeeting({ expectedAttendees: expected })] }));
    expect(lines(20).join("\n")).not.toContain("Expected attendees");
    expect(lines(21)).toContain("Expected attendees: 21");
  });

  it("never holds a joining link", () => {
    const joiningLink = "https://join.example.org/x";
    expect(written(someFacts({ meetings: [aMeeting({ joiningLink })] })).join("\n")).not.toContain(
      "join.example.org",
    );
  });

  it.each(["planned", "confirmed", "cancelled", "postponed"] as const)(
    "says that a meeting is %s",
    (status) => {
      expect(written(someFacts({ meetings: [aMeeting({ status })] }))).toContain(`Meeting 1 of 3: ${status}`);
    },
  );
});

describe("momentLines", () => {
  it("gives Geneva time, and UTC with its own date when that is another day", () => {
    const start = new Date("2027-03-22T23:30:00Z");
    const late = aMeeting({ start, end: new Date("2027-03-23T00:30:00Z") });
    expect(momentLines(late).map(inEnglish)).toEqual([
      "Tue 23 March 2027, 00:30-01:30 Geneva time",
      "23:30-00:30 UTC (22 March 2027, ends the next day)",
    ]);
  });
});

describe("a new draft", () => {
  it("has a subject with the days as ITU writes them, whatever the order of the meetings", () => {
    const meetings = [aMeeting({ start: new Date("2027-04-05T11:00:00Z") }), aMeeting()];
    expect(inEnglish(subjectWords(someFacts({ meetings })))).toBe(
      "Joint meetings of Q1/2 and Q6/20, 22 March-5 April 2027: Naming",
    );
    expect(inEnglish(subjectWords(someFacts()))).toBe(
      "Joint meeting of Q1/2 and Q6/20, 22 March 2027: Naming",
    );
    expect(inEnglish(subjectWords(someFacts({ meetings: [] })))).toBe(
      "Joint meetings of Q1/2 and Q6/20: Naming",
    );
  });

  it("invites the experts of both sides", () => {
    expect(inEnglish(introductionWords(someFacts()))).toBe(
      'SG2 and SG20 invite their experts to a joint virtual meeting of Q1/2 and Q6/20 on "Naming".',
    );
  });
});

describe("expectedAttendees", () => {
  it("is what the co-chairs gave, else the number of people with a part, each counted once", () => {
    const members = [
      aMember(),
      aMember({ id: "m2", role: "participant" }),
      aMember({ id: "m3", personId: "jun" }),
    ];
    const facts = someFacts({ series: { ...someFacts().series, members } });
    expect(expectedAttendees(facts, aMeeting())).toBe(2);
    expect(expectedAttendees(facts, aMeeting({ expectedAttendees: 35 }))).toBe(35);
  });
});

describe("shortQuestions", () => {
  it("names the Study Group of a side without Questions", () => {
    const [a, b] = someFacts().series.sides;
    if (!a || !b) throw new Error("two sides");
    expect(shortQuestions({ sides: [a, { ...b, questions: [] }] })).toBe("Q1/2 and SG20");
  });
});
