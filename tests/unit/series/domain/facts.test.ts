import { expect, it } from "vitest";
import { changedFacts } from "#lib/series/domain/facts";
import { aSeries } from "../../../support/series-in-memory.ts";

const series = aSeries();
const same = {
  ...series,
  mandateStatus: "open",
  target: { group: "TSAG", month: "2027-05", opensOn: null },
};

it("keeps the changed facts alone, before and after", () => {
  const facts = { ...same, title: "Numbering", target: { group: null, month: null, opensOn: "2027-05-24" } };
  expect(changedFacts(series, facts)).toEqual({
    before: { title: "Naming", targetGroup: "TSAG", targetMonth: "2027-05", targetOpensOn: null },
    after: { title: "Numbering", targetGroup: null, targetMonth: null, targetOpensOn: "2027-05-24" },
  });
});

it("keeps nothing when nothing changed", () => {
  expect(changedFacts(series, same)).toEqual({ before: {}, after: {} });
});
