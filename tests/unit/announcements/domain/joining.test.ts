import { describe, expect, it } from "vitest";
import { requireNoJoiningLink } from "#lib/announcements/domain/joining";
import { aMeeting } from "../../../support/announcement-facts.ts";

const meetings = [aMeeting(), aMeeting({ joiningLink: "https://join.example.org/x" })];
const parts = { subject: "s", introduction: "i", practical: "p" };

describe("requireNoJoiningLink", () => {
  it("names each field that holds the link of a meeting", () => {
    const withLink = {
      ...parts,
      introduction: "at https://join.example.org/x?pwd=1",
      practical: "https://join.example.org/x",
    };
    expect(() => requireNoJoiningLink(withLink, meetings)).toThrow(
      expect.objectContaining({
        code: "invalid",
        fields: {
          introduction: [{ key: "announcements.refusal.joiningLink" }],
          practical: [{ key: "announcements.refusal.joiningLink" }],
        },
      }),
    );
  });

  it("lets other links pass, and an empty link of a meeting forbids nothing", () => {
    expect(requireNoJoiningLink({ ...parts, practical: "https://www.itu.int/" }, meetings)).toBeUndefined();
  });
});
