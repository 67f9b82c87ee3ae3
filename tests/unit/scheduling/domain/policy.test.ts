import { describe, expect, it } from "vitest";
import type { Actor } from "#lib/people/domain/actor";
import {
  mayRunPoll,
  requireMayRunPoll,
  requireTakesAnswers,
  requireTakesChoice,
  requireTakesSlots,
} from "#lib/scheduling/domain/policy";
import type { Poll, PollState } from "#lib/scheduling/domain/poll";
import type { Series, SeriesState } from "#lib/series/domain/series";

const side = (letter: string) => ({
  ...{ id: `side${letter}`, letter, questions: [] },
  group: { id: `sg${letter}`, reference: `SG${letter}` },
});
const series = (state: SeriesState): Series => ({
  ...{
    id: "s1",
    reference: "s1",
    title: "",
    topic: "",
    output: "",
    state,
    format: "virtual",
    meetingCount: 3,
  },
  mandate: { reference: "", text: "", status: "open" },
  target: { group: null, month: null, opensOn: null },
  ...{
    sides: [side("A"), side("B")],
    members: [],
    groupIds: ["sgA", "sgB"],
    version: 1,
    createdAt: new Date(0),
    createdById: "p9",
  },
});
const nobody: Actor = {
  ...{ id: "p1", name: "P", timeZone: "UTC", isAdministrator: false, roles: [], parts: [] },
};
const part = (sideId: string, role: "co_chair" | "participant"): Actor => ({
  ...nobody,
  parts: [{ seriesId: "s1", sideId, role }],
});

describe("running a poll", () => {
  it("is for co-chairs of either side alike", () => {
    expect(mayRunPoll(part("sideA", "co_chair"), series("agreed"))).toBe(true);
    expect(mayRunPoll(part("sideB", "co_chair"), series("scheduling"))).toBe(true);
    expect(mayRunPoll(part("sideA", "participant"), series("agreed"))).toBe(false);
  });

  it.each(["proposed", "running", "report_drafted", "closed", "declined", "withdrawn"] as const)(
    "is over or too early while the series is %s",
    (state) => {
      const coChair = part("sideA", "co_chair");
      expect(mayRunPoll(coChair, series(state))).toBe(false);
      expect(() => requireMayRunPoll(coChair, series(state))).toThrow(
        expect.objectContaining({ code: "conflict" }),
      );
    },
  );

  it("tells a stranger nothing, and a participant or administrator that it is not for them", () => {
    const refused = (actor: Actor) => () => requireMayRunPoll(actor, series("agreed"));
    expect(refused(nobody)).toThrow(expect.objectContaining({ code: "not_found" }));
    expect(refused(part("sideA", "participant"))).toThrow(expect.objectContaining({ code: "forbidden" }));
    expect(refused({ ...nobody, isAdministrator: true })).toThrow(
      expect.objectContaining({ code: "forbidden" }),
    );
  });
});

describe("what a poll takes", () => {
  const closesAt = new Date("2027-01-10T16:00Z");
  const poll = (state: PollState): Poll => ({
    ...{ id: "p", seriesId: "s1", state, closesAt: state === "draft" ? null : closesAt, openedAt: null },
    ...{ quorum: {}, aims: {}, aimsVersion: 0, replacesId: null, nextOrdinal: 0, slotsVersion: 1, slots: [] },
    ...{ hidesOthers: false, hidesSides: false },
  });
  const before = new Date(closesAt.getTime() - 1);
  const takes = (check: (poll: Poll, now: Date) => void, state: PollState, now: Date) => {
    try {
      check(poll(state), now);
      return true;
    } catch (error) {
      expect(error).toMatchObject({ code: "conflict" });
      return false;
    }
  };

  it.each([
    ["slots", requireTakesSlots, [true, true, false, false]],
    ["answers", requireTakesAnswers, [false, true, false, false]],
    ["a choice", requireTakesChoice, [false, false, true, false]],
  ] as const)("%s: as a draft, open, from the deadline on, decided", (_what, check, expected) => {
    expect([
      takes(check, "draft", before),
      takes(check, "open", before),
      takes(check, "open", closesAt),
      takes(check, "decided", closesAt),
    ]).toEqual(expected);
  });
});
