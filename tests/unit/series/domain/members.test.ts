import { describe, expect, it } from "vitest";
import {
  coChairOf,
  mayEndPart,
  mayWelcome,
  newcomers,
  requireMayBeCoChair,
  requireMember,
} from "#lib/series/domain/members";
import { aMember, anActor, aSeries } from "../../../support/series-in-memory.ts";

const series = aSeries({
  members: [
    aMember(),
    aMember({ id: "m2", personId: "jun", name: "Jun Second", sideId: "b" }),
    aMember({ id: "m3", personId: "dora", name: "Dora", role: "participant", putForwardAt: null }),
  ],
});
const paul = requireMember(series, "m1");

it("finds the co-chair of a side, and nobody for a side that has none", () => {
  expect(coChairOf(series, "b")?.name).toBe("Jun Second");
  expect(coChairOf(aSeries({ members: [] }), "b")).toBeNull();
});

it("knows no part of another series, and no co-chair who is a participant", () => {
  expect(() => requireMember(series, "m9")).toThrow(expect.objectContaining({ code: "not_found" }));
  expect(() => requireMember(series, "m3", "co_chair")).toThrow(
    expect.objectContaining({ code: "not_found" }),
  );
});

describe("mayWelcome", () => {
  it.each(["chair", "vice_chair", "secretariat"] as const)(
    "lets the %s of the other side welcome",
    (role) => {
      expect(mayWelcome(anActor({ role, groupId: "sg20" }), series, paul)).toBe(true);
    },
  );

  it("does not let the co-chair's own side welcome", () => {
    expect(mayWelcome(anActor({ role: "chair", groupId: "sg2" }), series, paul)).toBe(false);
    expect(mayWelcome(anActor({ id: "paul", part: { sideId: "a", role: "co_chair" } }), series, paul)).toBe(
      false,
    );
  });

  it("does not let an administrator welcome, nor a participant of the other side", () => {
    expect(mayWelcome(anActor({ isAdministrator: true }), series, paul)).toBe(false);
    expect(mayWelcome(anActor({ part: { sideId: "b", role: "participant" } }), series, paul)).toBe(false);
  });

  it("offers it once, and not when the series is over", () => {
    const chair = anActor({ role: "chair", groupId: "sg20" });
    expect(mayWelcome(chair, series, aMember({ welcomedAt: new Date(0) }))).toBe(false);
    expect(mayWelcome(chair, { ...series, state: "withdrawn" }, paul)).toBe(false);
    expect(mayWelcome(chair, series, aMember({ role: "participant" }))).toBe(false);
  });
});

describe("newcomers", () => {
  it("keeps who is new, once each, in order", () => {
    expect(newcomers(series, "a", ["zoe", "dora", "abe", "zoe"])).toEqual(["zoe", "abe"]);
  });

  it("lets a co-chair be a participant of the own side too", () => {
    expect(newcomers(series, "a", ["paul"])).toEqual(["paul"]);
  });

  it("refuses somebody who takes part for another side, and says for which", () => {
    expect(() => newcomers(series, "a", ["zoe", "jun"])).toThrow(
      expect.objectContaining({
        code: "conflict",
        words: { key: "series.refusal.otherSidesMember", values: { person: "Jun Second", side: "SG20" } },
      }),
    );
  });
});

it("takes a new co-chair, but not the present one, nor one of the other side", () => {
  expect(() => requireMayBeCoChair(series, "a", "dora")).not.toThrow();
  expect(() => requireMayBeCoChair(series, "a", "paul")).toThrow(
    expect.objectContaining({ code: "conflict" }),
  );
  expect(() => requireMayBeCoChair(series, "a", "jun")).toThrow(
    expect.objectContaining({ code: "conflict" }),
  );
});

it("lets a part be ended by its side and by its holder, and by nobody of the other side", () => {
  const dora = requireMember(series, "m3");
  expect(mayEndPart(anActor({ id: "dora" }), series, dora)).toBe(true);
  expect(mayEndPart(anActor({ role: "secretariat", groupId: "sg2" }), series, dora)).toBe(true);
  expect(mayEndPart(anActor({ role: "secretariat", groupId: "sg20" }), series, dora)).toBe(false);
  expect(mayEndPart(anActor({ id: "abe", part: { sideId: "a", role: "participant" } }), series, dora)).toBe(
    false,
  );
});
