import { describe, expect, it } from "vitest";
import type { Actor, GroupRole } from "#lib/people/domain/actor";
import {
  type KnownGroup,
  mayProposeSeries,
  mayProposeSomeSeries,
  requireGroupsFit,
} from "#lib/series/domain/proposal";

const actor = (role: GroupRole | null, groupId = "q1", isAdministrator = false): Actor => ({
  ...{ id: "p", name: "P", timeZone: "Europe/Zurich", isAdministrator, parts: [] },
  roles: role ? [{ role, groupId, group: groupId }] : [],
});

describe("mayProposeSeries", () => {
  it.each(["secretariat", "chair", "vice_chair", "wp_chair", "rapporteur"] as const)(
    "lets a %s of one of the groups propose",
    (role) => expect(mayProposeSeries(actor(role), ["sg2", "q1"])).toBe(true),
  );

  it("does not let a delegate propose", () => {
    expect(mayProposeSeries(actor("delegate"), ["sg2", "q1"])).toBe(false);
    expect(mayProposeSomeSeries(actor("delegate"))).toBe(false);
  });

  it("does not let the chair of another group propose, who may propose elsewhere", () => {
    expect(mayProposeSeries(actor("chair", "sg3"), ["sg2", "q1"])).toBe(false);
    expect(mayProposeSomeSeries(actor("chair", "sg3"))).toBe(true);
  });

  it("lets an administrator propose for all", () => {
    expect(mayProposeSeries(actor(null, "", true), ["sg2"])).toBe(true);
    expect(mayProposeSomeSeries(actor(null, "", true))).toBe(true);
  });
});

const known = (reference: string, kind: KnownGroup["kind"], family = reference): KnownGroup => ({
  ...{ id: reference, reference, kind, family },
});
const groups = [
  ...[known("SG2", "SG"), known("SG20", "SG"), known("TSAG", "TSAG")],
  ...[known("Q1/2", "Q", "SG2"), known("WP1/2", "WP", "SG2"), known("Q6/20", "Q", "SG20")],
];
const side = (group: string, questions: string[], email: string | null = null) => ({
  ...{ group, questions },
  coChair: email ? { email } : null,
});
const fit = { sides: [side("SG2", ["Q1/2", "WP1/2"]), side("SG20", ["Q6/20"])], target: { group: "TSAG" } };

describe("requireGroupsFit", () => {
  it("takes two Study Groups with their own Questions and Working Parties", () => {
    expect(() => requireGroupsFit(fit, groups)).not.toThrow();
  });

  it.each([
    [
      "an unknown group",
      { ...fit, sides: [side("SG2", []), side("SG99", [])] },
      "sides.1.group",
      "unknownGroup",
    ],
    [
      "a Question as a side",
      { ...fit, sides: [side("Q1/2", []), side("SG20", [])] },
      "sides.0.group",
      "notStudyGroup",
    ],
    [
      "the same side twice",
      { ...fit, sides: [side("SG2", []), side("SG2", [])] },
      "sides.1.group",
      "sameSide",
    ],
    [
      ...["a Question of the other side", { ...fit, sides: [side("SG2", ["Q6/20"]), side("SG20", [])] }],
      ...["sides.0.questions", "foreignQuestion"],
    ],
    [
      ...["a Question that is a Study Group", { ...fit, sides: [side("SG2", ["SG2"]), side("SG20", [])] }],
      ...["sides.0.questions", "foreignQuestion"],
    ],
    [
      ...[
        "one co-chair for both sides",
        { ...fit, sides: [side("SG2", [], "a@b.example"), side("SG20", [], "a@b.example")] },
      ],
      ...["sides.1.coChair.email", "sameCoChair"],
    ],
    ["an unknown target", { ...fit, target: { group: "TSAG2" } }, "target.group", "unknownGroup"],
  ] as [string, typeof fit, string, string][])(
    "refuses %s beside its field",
    (...[, named, field, problem]) => {
      expect(() => requireGroupsFit(named, groups)).toThrow(
        expect.objectContaining({
          code: "invalid",
          fields: { [field]: [expect.objectContaining({ key: `series.problem.${problem}` })] },
        }),
      );
    },
  );
});
