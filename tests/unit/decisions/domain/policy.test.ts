import { describe, expect, it } from "vitest";
import { requireTakesPartInChoice, takesPartInChoice, whyNoRanking } from "#lib/decisions/domain/policy";
import { packAnswers } from "#lib/scheduling/domain/packed-answers";
import type { Poll } from "#lib/scheduling/domain/poll";
import { anActor, aSeries } from "../../../support/series-in-memory.ts";
import { makeSlot } from "../../../support/slots.ts";

const closesAt = new Date("2027-01-15T16:00Z");
const before = new Date(closesAt.getTime() - 1);
const poll: Poll = {
  ...{ id: "p", seriesId: "s", state: "open", closesAt, openedAt: null, quorum: {}, nextOrdinal: 1 },
  ...{ aims: {}, aimsVersion: 0, replacesId: null },
  ...{ slotsVersion: 1, slots: [makeSlot(0, "2027-03-03T13:00Z")], hidesOthers: false, hidesSides: false },
};
const coChair = anActor({ part: { sideId: "a", role: "co_chair" } });
const chair = anActor({ role: "chair", groupId: "sg20" });
const delegate = anActor({ part: { sideId: "a", role: "participant" } });
type Look = { change?: Partial<Poll>; now?: Date; answers?: Uint8Array | null };
const why = (actor = coChair, { change = {}, now = before, answers = null }: Look = {}) =>
  whyNoRanking(actor, aSeries(), { poll: { ...poll, ...change }, now, answers });

it("lets co-chairs and those who speak for a side take part in the choice, and nobody else", () => {
  expect([coChair, chair, delegate].map((actor) => takesPartInChoice(actor, aSeries()))).toEqual([
    ...[true, true, false],
  ]);
  expect(() => requireTakesPartInChoice(delegate, aSeries())).toThrow(
    expect.objectContaining({ code: "forbidden" }),
  );
  expect(() => requireTakesPartInChoice(anActor(), aSeries())).toThrow(
    expect.objectContaining({ code: "not_found" }),
  );
});

describe("whyNoRanking", () => {
  it("shows the ranking to all of them from the deadline on, and before it to co-chairs", () => {
    expect(why(chair, { now: closesAt })).toBeNull();
    expect(why(chair)).toBe("scheduling.refusal.stillOpen");
    expect(why(coChair)).toBeNull();
  });

  it("keeps from co-chairs what the poll hides while it is open", () => {
    const answered = packAnswers(new Map([[0, "yes"] as const]));
    expect(why(coChair, { change: { hidesSides: true } })).toBe("decisions.refusal.hidden");
    expect(why(coChair, { change: { hidesOthers: true } })).toBe("decisions.refusal.hidden");
    expect(why(coChair, { change: { hidesOthers: true }, answers: answered })).toBeNull();
    expect(why(coChair, { change: { hidesSides: true, hidesOthers: true }, now: closesAt })).toBeNull();
  });

  it("has none before the poll is open and after the dates are decided", () => {
    expect(why(coChair, { change: { state: "draft" } })).toBe("scheduling.refusal.notOpen");
    expect(why(coChair, { change: { state: "decided" } })).toBe("scheduling.refusal.decided");
  });
});
