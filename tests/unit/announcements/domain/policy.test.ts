import { describe, expect, it } from "vitest";
import {
  mayIssue,
  mayPrepare,
  maySeeAddresses,
  requireMayIssue,
  requireMayPrepare,
  requireMayRetry,
} from "#lib/announcements/domain/policy";
import { anActor, aSeries } from "../../../support/series-in-memory.ts";

const series = aSeries();
const people = {
  coChair: anActor({ part: { sideId: "b", role: "co_chair" } }),
  secretariatA: anActor({ role: "secretariat", groupId: "sg2" }),
  secretariatB: anActor({ role: "secretariat", groupId: "sg20" }),
  otherSecretariat: anActor({ role: "secretariat", groupId: "sg13" }),
  chair: anActor({ role: "chair", groupId: "sg2" }),
  participant: anActor({ part: { sideId: "a", role: "participant" } }),
  administrator: anActor({ isAdministrator: true }),
};
type Question = typeof mayPrepare;
const who = (may: Question) =>
  Object.entries(people).flatMap(([name, actor]) => (may(actor, series) ? [name] : []));

describe("announcements", () => {
  it("are prepared by co-chairs and both secretariats", () => {
    expect(who(mayPrepare)).toEqual(["coChair", "secretariatA", "secretariatB"]);
  });
  it("are issued by a secretariat of either side alone", () => {
    expect(who(mayIssue)).toEqual(["secretariatA", "secretariatB"]);
  });
  it("show addresses to both secretariats and administrators", () => {
    expect(who(maySeeAddresses)).toEqual(["secretariatA", "secretariatB", "administrator"]);
  });
  it.each([
    ["prepare", requireMayPrepare, mayPrepare],
    ["issue", requireMayIssue, mayIssue],
    ["retry", requireMayRetry, maySeeAddresses],
  ])("refuse everybody else who wants to %s", (_verb, require, may) => {
    const allowed = Object.values(people).map((actor) => {
      try {
        require(actor, series);
        return true;
      } catch (error) {
        expect(error).toMatchObject({ code: "forbidden" });
        return false;
      }
    });
    expect(allowed).toEqual(Object.values(people).map((actor) => may(actor, series)));
  });
});
