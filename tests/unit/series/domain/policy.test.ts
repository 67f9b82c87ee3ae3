import { describe, expect, it } from "vitest";
import {
  isCoChair,
  isSecretariat,
  mayEditSeries,
  maySeeSeries,
  requireCoChair,
  requireMayEditSeries,
  requireMaySeeSeries,
  requireSecretariat,
  requireSpeaksFor,
  sidesSpokenFor,
} from "#lib/series/domain/policy";
import { anActor, aSeries } from "../../../support/series-in-memory.ts";

const series = aSeries();
const coChairA = anActor({ part: { sideId: "a", role: "co_chair" } });
const participantA = anActor({ part: { sideId: "a", role: "participant" } });
const letters = (actor: ReturnType<typeof anActor>) =>
  sidesSpokenFor(actor, series).map(({ letter }) => letter);

describe("sidesSpokenFor", () => {
  it("is the own side, for its co-chair, chair, vice-chair and secretariat", () => {
    expect(letters(coChairA)).toEqual(["A"]);
    for (const role of ["chair", "vice_chair", "secretariat"] as const) {
      expect(letters(anActor({ role, groupId: "sg20" }))).toEqual(["B"]);
    }
  });

  it("is none for participants, rapporteurs, WP chairs, administrators and officers of other groups", () => {
    expect(letters(participantA)).toEqual([]);
    for (const role of ["rapporteur", "wp_chair", "delegate"] as const) {
      expect(letters(anActor({ role, groupId: "sg2" }))).toEqual([]);
    }
    expect(letters(anActor({ isAdministrator: true }))).toEqual([]);
    expect(letters(anActor({ role: "chair", groupId: "sg3" }))).toEqual([]);
  });

  it("does not carry over from another series", () => {
    expect(sidesSpokenFor(coChairA, { ...series, id: "another" })).toEqual([]);
  });
});

describe("requireSpeaksFor", () => {
  it("gives the own side", () => {
    expect(requireSpeaksFor(coChairA, series, "a").letter).toBe("A");
  });

  it("says whose word it is to somebody of the other side", () => {
    expect(() => requireSpeaksFor(coChairA, series, "b")).toThrow(
      expect.objectContaining({
        code: "forbidden",
        words: { key: "series.refusal.otherSide", values: { side: "SG20" } },
      }),
    );
  });

  it("knows no side of another series, and no series for a stranger", () => {
    expect(() => requireSpeaksFor(coChairA, series, "x")).toThrow(
      expect.objectContaining({ code: "not_found" }),
    );
    expect(() => requireSpeaksFor(anActor(), series, "a")).toThrow(
      expect.objectContaining({ code: "not_found" }),
    );
  });
});

it("shows a series to members, role holders of its groups and administrators", () => {
  const insiders = [
    participantA,
    anActor({ role: "delegate", groupId: "q12" }),
    anActor({ isAdministrator: true }),
  ];
  expect(insiders.map((actor) => maySeeSeries(actor, series))).toEqual([true, true, true]);
  expect(maySeeSeries(anActor({ role: "chair", groupId: "sg3" }), series)).toBe(false);
  expect(() => requireMaySeeSeries(anActor(), series)).toThrow(
    expect.objectContaining({ code: "not_found" }),
  );
});

it("stays visible to who proposed it, whatever the role", () => {
  expect(maySeeSeries(anActor({ id: "proposer" }), series)).toBe(true);
  expect(sidesSpokenFor(anActor({ id: "proposer" }), series)).toEqual([]);
});

it("lets co-chairs and secretariats of either side edit, and not chairs or administrators", () => {
  expect(mayEditSeries(coChairA, series)).toBe(true);
  expect(mayEditSeries(anActor({ role: "secretariat", groupId: "sg20" }), series)).toBe(true);
  expect(mayEditSeries(anActor({ role: "chair" }), series)).toBe(false);
  expect(() => requireMayEditSeries(anActor({ isAdministrator: true }), series)).toThrow(
    expect.objectContaining({ code: "forbidden" }),
  );
});

it("tells co-chairs and secretariats by side", () => {
  const [sideA, sideB] = series.sides;
  const secretariatB = anActor({ role: "secretariat", groupId: "sg20" });
  expect([isCoChair(coChairA, series), isCoChair(coChairA, series, "b")]).toEqual([true, false]);
  expect([sideA, sideB].map((side) => isSecretariat(secretariatB, series, side))).toEqual([false, true]);
  expect(() => requireCoChair(participantA, series)).toThrow(expect.objectContaining({ code: "forbidden" }));
  expect(() => requireSecretariat(coChairA, series)).toThrow(expect.objectContaining({ code: "forbidden" }));
});
