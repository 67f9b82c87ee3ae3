import { expect, it } from "vitest";
import { type LetterEntry, sharedBy } from "#lib/liaison/domain/register";

const entry: LetterEntry = {
  ...{ id: "l", direction: "o", isReply: false, number: "", title: "", questions: [], deadline: null },
  ...{ sentOn: null, receivedOn: null, series: null, seriesId: "s", createdById: "ana" },
  from: ["SG2"],
  to: [
    { group: "SG20", purpose: "action" },
    { group: "TSAG", purpose: null },
  ],
  createdAt: new Date("2027-01-01T00:00:00Z"),
};

it("shares a letter among the groups it comes from and goes to, its series and who recorded it", () => {
  expect(sharedBy(entry)).toEqual({ createdById: "ana", seriesId: "s", groups: ["SG2", "SG20", "TSAG"] });
});
