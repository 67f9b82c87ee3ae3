import { describe, expect, it } from "vitest";
import type { SeriesState } from "#lib/series/domain/series";
import {
  hasPassed,
  hasReached,
  isOver,
  requireNotOver,
  type SeriesEvent,
  stateAfter,
  stateAfterConsent,
  stateAfterReportConsent,
  WAY,
} from "#lib/series/domain/states";

const EVENTS: SeriesEvent[] = [
  ...(["poll_opened", "meetings_planned", "report_drafted", "report_agreed"] as const),
  ...(["report_reopened", "report_submitted", "closed", "withdrawn"] as const),
];
const STATES: SeriesState[] = [...WAY, "declined", "withdrawn"];

describe("stateAfter", () => {
  it("walks from the agreed series to the closed one", () => {
    const way: SeriesEvent[] = [
      ...(["poll_opened", "meetings_planned", "report_drafted", "report_agreed"] as const),
      ...(["report_submitted", "closed"] as const),
    ];
    const states: SeriesState[] = [];
    way.reduce<SeriesState>((state, event) => {
      states.push(stateAfter(state, event));
      return stateAfter(state, event);
    }, "agreed");
    expect(states).toEqual([
      ...["scheduling", "running", "report_drafted", "agreed_by_both", "submitted", "closed"],
    ]);
  });

  it("plans meetings also without a poll", () => {
    expect(stateAfter("agreed", "meetings_planned")).toBe("running");
  });

  it("changes nothing when told twice, whatever the state and event", () => {
    for (const state of STATES) {
      for (const event of EVENTS) {
        let once: SeriesState;
        try {
          once = stateAfter(state, event);
        } catch {
          continue;
        }
        expect(stateAfter(once, event)).toBe(once);
      }
    }
  });

  it("never goes back but to reopen a report that was agreed", () => {
    expect(stateAfter("agreed_by_both", "report_reopened")).toBe("report_drafted");
    expect(stateAfter("running", "poll_opened")).toBe("running");
    expect(() => stateAfter("submitted", "report_reopened")).toThrow(
      expect.objectContaining({ code: "conflict" }),
    );
  });

  it.each([
    ["proposed", "poll_opened"],
    ["proposed", "meetings_planned"],
    ["scheduling", "report_drafted"],
    ["running", "report_agreed"],
    ["report_drafted", "report_submitted"],
    ["running", "closed"],
    ["declined", "poll_opened"],
    ["submitted", "withdrawn"],
  ] as const)("refuses a step that skips one: %s, %s", (state, event) => {
    expect(() => stateAfter(state, event)).toThrow(
      expect.objectContaining({ code: "conflict", words: { key: "series.refusal.notYet" } }),
    );
  });

  it("says of a series that ended that it is over", () => {
    expect(() => stateAfter("withdrawn", "poll_opened")).toThrow(
      expect.objectContaining({ words: { key: "series.refusal.over" } }),
    );
    expect(() => stateAfter("closed", "withdrawn")).toThrow(
      expect.objectContaining({ words: { key: "series.refusal.over" } }),
    );
  });
});

describe("stateAfterConsent", () => {
  it.each(["proposed", "agreed", "declined"] as const)("follows the sides while %s", (state) => {
    expect(stateAfterConsent(state, "agreed")).toBe("agreed");
    expect(stateAfterConsent(state, "not_agreed")).toBe("declined");
    expect(stateAfterConsent(state, "missing")).toBe("proposed");
  });

  it.each(["scheduling", "running", "submitted"] as const)("takes no “no” any more when %s", (state) => {
    expect(stateAfterConsent(state, "agreed")).toBe(state);
    expect(() => stateAfterConsent(state, "not_agreed")).toThrow(
      expect.objectContaining({ code: "conflict", words: { key: "series.refusal.underWay" } }),
    );
  });

  it.each(["closed", "withdrawn"] as const)("takes nothing when %s", (state) => {
    expect(() => stateAfterConsent(state, "agreed")).toThrow(expect.objectContaining({ code: "conflict" }));
  });
});

describe("stateAfterReportConsent", () => {
  it("is agreed by both once each has agreed, and drafted as long as one has not", () => {
    expect(stateAfterReportConsent("report_drafted", "agreed")).toBe("agreed_by_both");
    expect(stateAfterReportConsent("report_drafted", "missing")).toBe("report_drafted");
    expect(stateAfterReportConsent("agreed_by_both", "not_agreed")).toBe("report_drafted");
  });

  it.each([
    ["running", "series.refusal.notYet"],
    ["submitted", "series.refusal.submitted"],
    ["closed", "series.refusal.over"],
  ] as const)("takes no word on the report when %s", (state, key) => {
    expect(() => stateAfterReportConsent(state, "agreed")).toThrow(
      expect.objectContaining({ code: "conflict", words: { key } }),
    );
  });
});

it("knows what has been passed: not the state itself, and nothing when declined", () => {
  expect([hasPassed("running", "scheduling"), hasPassed("running", "running")]).toEqual([true, false]);
  expect([hasReached("running", "running"), hasReached("agreed", "running")]).toEqual([true, false]);
  expect([hasPassed("declined", "proposed"), hasPassed("closed", "withdrawn")]).toEqual([false, false]);
});

it("is over when closed or withdrawn, and then takes no change", () => {
  expect(STATES.filter(isOver)).toEqual(["closed", "withdrawn"]);
  expect(() => requireNotOver("submitted")).not.toThrow();
  expect(() => requireNotOver("closed")).toThrow(expect.objectContaining({ code: "conflict" }));
});
