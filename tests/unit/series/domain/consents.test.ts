import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Consent,
  consentState,
  jointOutcome,
  requireDecidedBy,
  requireSeenConsent,
  sidesMissing,
} from "#lib/series/domain/consents";
import { aSeries } from "../../../support/series-in-memory.ts";

const about = { subject: "series", subjectId: "s" } as const;
const consent = (change: Partial<Consent> = {}): Consent => ({
  ...{ ...about, id: "c1", sideId: "a", outcome: "agreed", method: "meeting", decidedBy: "SG2" },
  ...{ decidedOn: "2027-01-02", evidence: "", comment: "", recordedBy: "Carla Chair" },
  recordedAt: new Date("2027-01-02T10:00:00Z"),
  ...change,
});
const at = (time: string) => new Date(`2027-01-02T${time}Z`);

describe("consentState", () => {
  it("says of each side, in order, what it said last", () => {
    const rows = [
      consent({ id: "c3", outcome: "not_agreed", recordedAt: at("12:00:00") }),
      consent({ id: "c1", recordedAt: at("10:00:00") }),
    ];
    expect(
      consentState(aSeries(), rows, about).map(({ side, outcome, latest, version }) => [
        ...[side.letter, outcome, latest?.id, version],
      ]),
    ).toEqual([
      ["A", "not_agreed", "c3", 2],
      ["B", "missing", undefined, 0],
    ]);
  });

  it("takes the later row of two that were recorded in one instant", () => {
    const rows = [consent({ id: "c2", outcome: "not_agreed" }), consent({ id: "c1" })];
    expect(consentState(aSeries(), rows, about)[0]?.outcome).toBe("not_agreed");
  });

  it("never counts what one side said for the other, nor what was said on another subject", () => {
    const rows = [consent({ subject: "report" }), consent({ subjectId: "another" })];
    expect(consentState(aSeries(), rows, about).map(({ outcome }) => outcome)).toEqual([
      "missing",
      "missing",
    ]);
  });

  it("does not depend on the order of the rows", () => {
    const rows = fc
      .array(fc.record({ minute: fc.nat(59), sideId: fc.constantFrom("a", "b"), yes: fc.boolean() }))
      .map((said) =>
        said.map(({ minute, sideId, yes }, index) =>
          consent({
            ...{ id: `c${String(index).padStart(4, "0")}`, sideId, outcome: yes ? "agreed" : "not_agreed" },
            recordedAt: at(`10:${String(minute).padStart(2, "0")}:00`),
          }),
        ),
      );
    fc.assert(
      fc.property(rows, (given) => {
        expect(consentState(aSeries(), given.toReversed(), about)).toEqual(
          consentState(aSeries(), given, about),
        );
      }),
    );
  });
});

it.each([
  ["agreed", ["agreed", "agreed"]],
  ["missing", ["agreed", "missing"]],
  ["missing", ["missing", "missing"]],
  ["not_agreed", ["agreed", "not_agreed"]],
  ["not_agreed", ["not_agreed", "missing"]],
] as const)("is %s together when the sides are %j", (joint, outcomes) => {
  expect(jointOutcome(outcomes.map((outcome) => ({ outcome })))).toBe(joint);
});

it("names the sides that have not spoken", () => {
  const state = consentState(aSeries(), [consent()], about);
  expect(sidesMissing(state).map(({ letter }) => letter)).toEqual(["B"]);
});

it("refuses a form that has not seen the side's last word", () => {
  const [state] = consentState(aSeries(), [consent()], about);
  if (!state) throw new Error("no side");
  expect(() => requireSeenConsent(state, 1)).not.toThrow();
  expect(() => requireSeenConsent(state, 0)).toThrow(
    expect.objectContaining({
      code: "conflict",
      words: { key: "series.refusal.consentChanged", values: { side: "SG2", person: "Carla Chair" } },
    }),
  );
});

it("takes a decision of today, and none of tomorrow", () => {
  expect(() => requireDecidedBy("2027-01-02", "2027-01-02")).not.toThrow();
  expect(() => requireDecidedBy("2027-01-03", "2027-01-02")).toThrow(
    expect.objectContaining({
      code: "invalid",
      fields: { decidedOn: [{ key: "series.problem.decidedLater" }] },
    }),
  );
});
