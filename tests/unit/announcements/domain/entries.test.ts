import { describe, expect, it } from "vitest";
import { entriesOf } from "#lib/announcements/domain/entries";
import { inEnglish } from "#lib/words/translate";
import { aMeeting, someFacts } from "../../../support/announcement-facts.ts";

describe("entriesOf", () => {
  it("is tentative while planned, confirmed when confirmed, and cancelled when it does not take place", () => {
    const statuses = ["planned", "confirmed", "held", "reported", "cancelled", "postponed"] as const;
    const meetings = statuses.map((status) => aMeeting({ status }));
    expect(entriesOf(someFacts({ meetings })).map(({ status }) => status)).toEqual([
      ...["tentative", "confirmed", "confirmed", "confirmed", "cancelled", "cancelled"],
    ]);
  });

  it("names the meeting, both sides and the title, and leads to the page of the meeting without its joining link", () => {
    const [entry] = entriesOf(
      someFacts({ meetings: [aMeeting({ joiningLink: "https://join.example.org/x" })] }),
    );
    if (!entry) throw new Error("one entry");
    expect(inEnglish(entry.summary)).toBe("Joint meeting 1 of 3: Q1/2 and Q6/20, Naming");
    expect(inEnglish(entry.location)).toBe("Virtual meeting");
    expect(entry.url).toBe("https://liaise.example.org/series/sg2-sg20-naming/meetings/1");
    const text = entry.description
      .map((line) => (typeof line === "string" ? line : inEnglish(line)))
      .join("\n");
    expect(text).toContain("State: planned\nMon 22 March 2027, 13:00-15:00 Geneva time\n12:00-14:00 UTC");
    expect(text).not.toContain("join.example.org");
  });
});
