import { describe, expect, it } from "vitest";
import {
  mayConfirm,
  maySeeJoiningLink,
  maySetJoiningLink,
  requireMayConfirm,
  requireMaySetJoiningLink,
} from "#lib/meetings/domain/policy";
import { anActor, aSeries } from "../../../support/series-in-memory.ts";

const series = aSeries();
const coChair = anActor({ part: { sideId: "a", role: "co_chair" } });
const participant = anActor({ part: { sideId: "b", role: "participant" } });
const secretariat = anActor({ role: "secretariat", groupId: "sg20" });
const chair = anActor({ role: "chair", groupId: "sg2" });
const stranger = anActor({});

const allowed = (may: typeof mayConfirm) =>
  [coChair, participant, secretariat, chair, stranger].map((actor) => may(actor, series));

describe("policy of meetings", () => {
  it("shows the joining link to invited people and the secretariats, and to no office holder as such", () => {
    expect(allowed(maySeeJoiningLink)).toEqual([true, true, true, false, false]);
  });

  it("lets the secretariats give the joining link, and co-chairs too confirm a meeting", () => {
    expect(allowed(maySetJoiningLink)).toEqual([false, false, true, false, false]);
    expect(allowed(mayConfirm)).toEqual([true, false, true, false, false]);
  });

  it("refuses those who see the series as forbidden, and tells a stranger nothing of it", () => {
    for (const refuse of [requireMaySetJoiningLink, requireMayConfirm]) {
      expect(() => refuse(participant, series)).toThrow(expect.objectContaining({ code: "forbidden" }));
      expect(() => refuse(stranger, series)).toThrow(expect.objectContaining({ code: "not_found" }));
      expect(() => refuse(secretariat, series)).not.toThrow();
    }
  });
});
