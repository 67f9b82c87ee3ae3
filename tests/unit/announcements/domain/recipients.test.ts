import { describe, expect, it } from "vitest";
import { countRecipients, recipientsOf, secretariatOf } from "#lib/announcements/domain/recipients";
import { aGroup, someFacts } from "../../../support/announcement-facts.ts";

const { series } = someFacts();

describe("recipientsOf", () => {
  it("tells the lists of both sides first, then secretariats, chairs, Working Party chairs and co-chairs", () => {
    const paul = { name: "Paul First", address: "paul@example.org" };
    const groups = [
      aGroup({
        reference: "Q1/2",
        kind: "Q",
        lists: ["q1@lists.example.org"],
        chairs: [],
        secretariat: null,
      }),
      aGroup({ reference: "SG20" }),
      aGroup({ reference: "WP1/2", kind: "WP", lists: [], chairs: [], workingPartyChairs: [paul] }),
      aGroup({ reference: "SG2" }),
    ];
    const jun = { name: "Jun Second", address: "jun@example.org" };
    expect(
      recipientsOf(series, { groups, coChairs: [{ ...paul, address: "PAUL@example.org" }, jun] }),
    ).toEqual([
      { kind: "list", group: "SG2", name: "", address: "sg2@lists.example.org" },
      { kind: "list", group: "SG20", name: "", address: "sg20@lists.example.org" },
      { kind: "list", group: "Q1/2", name: "", address: "q1@lists.example.org" },
      { kind: "secretariat", group: "SG2", name: "", address: "tsb.sg2@example.org" },
      { kind: "secretariat", group: "SG20", name: "", address: "tsb.sg20@example.org" },
      { kind: "chair", group: "SG2", name: "Chair of SG2", address: "chair.sg2@example.org" },
      { kind: "chair", group: "SG20", name: "Chair of SG20", address: "chair.sg20@example.org" },
      { kind: "wp_chair", group: "WP1/2", ...paul },
      { kind: "co_chair", group: "", ...jun },
    ]);
  });

  it("is empty for groups nobody can reach", () => {
    const group = aGroup({ lists: [], secretariat: null, chairs: [] });
    expect(recipientsOf(series, { groups: [group], coChairs: [] })).toEqual([]);
  });
});

describe("secretariatOf", () => {
  it("is the address of a Study Group, else its people, and nothing for a Question", () => {
    const secretaries = [{ name: "Sam", address: "sam@example.org" }];
    expect(secretariatOf(aGroup({ secretaries }))).toEqual([{ name: "", address: "tsb.sg2@example.org" }]);
    expect(secretariatOf(aGroup({ secretaries, secretariat: null }))).toEqual(secretaries);
    expect(secretariatOf(aGroup({ secretaries, kind: "Q" }))).toEqual([]);
  });
});

describe("countRecipients", () => {
  it("counts lists apart from everybody else", () => {
    const audience = { groups: [aGroup(), aGroup({ reference: "SG20" })], coChairs: [] };
    expect(countRecipients(recipientsOf(series, audience))).toEqual({ lists: 2, people: 4 });
    expect(countRecipients([])).toEqual({ lists: 0, people: 0 });
  });
});
