import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findDoubles, isDouble, nameKey, spellingOf } from "#lib/scheduling/domain/duplicates";
import { planInvitations } from "#lib/scheduling/domain/invitation-plan";
import { mergeAnswers } from "#lib/scheduling/domain/merge-answers";
import { guestsOf } from "#lib/scheduling/domain/opening";
import { type Answer, packAnswers, unpackAnswers } from "#lib/scheduling/domain/packed-answers";
import { offerRoles, type RoleHolding } from "#lib/scheduling/domain/role-offers";
import { seriesFacts } from "../../../support/series-facts.ts";

const SIDES = seriesFacts().sides;

describe("findDoubles", () => {
  type Row = readonly [id: string, name: string, entity: string, email: string];
  const entry = (...[id, name, entity, email]: Row) => ({ id, name, entity, email });

  it("finds one address in two spellings, and the same name and entity, each pair once", () => {
    const doubles = findDoubles([
      entry("1", "Philippa Marsh", "Office", "p.marsh@example.org"),
      entry("2", "Pip Marsh", "Other", "pmarsh+itu@example.org"),
      entry("3", "MARSH, Philíppa", "office", "philippa@example.net"),
      entry("4", "Philippa Marsh", "Elsewhere", "other@example.net"),
    ]);
    expect(doubles).toEqual([
      { ids: ["1", "2"], reason: "address" },
      { ids: ["1", "3"], reason: "name" },
    ]);
  });

  it("names a pair whichever entry comes first, and no entry as its own double", () => {
    const doubles = [{ ids: ["1", "2"], reason: "address" }] as const;
    expect([isDouble(doubles, "1", "2"), isDouble(doubles, "2", "1")]).toEqual([true, true]);
    expect([isDouble(doubles, "1", "3"), isDouble(doubles, "1", "1")]).toEqual([false, false]);
  });

  it("takes neither the same name elsewhere nor the same local part at another host for one person", () => {
    expect(spellingOf("a.b@example.org")).not.toBe(spellingOf("ab@example.com"));
    expect(nameKey("Li Wei")).not.toBe(nameKey("Li Wen"));
  });
});

describe("mergeAnswers", () => {
  const rows = fc.dictionary(
    fc.integer({ min: 0, max: 30 }).map(String),
    fc.constantFrom<Answer>("yes", "no"),
  );
  const pack = (row: Record<string, Answer>) =>
    packAnswers(new Map(Object.entries(row).map(([slot, answer]) => [Number(slot), answer])));
  const given = (row: Record<string, Answer> | null, day: string | null, note = "") => ({
    ...{ answers: row && pack(row), answeredAt: day === null ? null : new Date(day), note },
  });

  it("takes for each slot the answer given later, whichever entry stays", () => {
    fc.assert(
      fc.property(rows, rows, (earlier, later) => {
        const [a, b] = [given(earlier, "2027-01-05"), given(later, "2027-01-06")];
        const expected = unpackAnswers(pack({ ...earlier, ...later }));
        for (const merged of [mergeAnswers(a, b), mergeAnswers(b, a)]) {
          expect(unpackAnswers(merged.answers)).toEqual(expected);
          expect(merged.answeredAt).toEqual(b.answeredAt);
        }
      }),
    );
  });

  it("keeps the only answers there are, and the note that says something", () => {
    const merged = mergeAnswers(given(null, null), given({ 1: "yes" }, "2027-01-05", "Late."));
    expect(merged).toEqual({
      answers: pack({ 1: "yes" }),
      answeredAt: new Date("2027-01-05"),
      note: "Late.",
    });
    expect(mergeAnswers(given({}, "2027-01-05", "Old."), given({}, "2027-01-06")).note).toBe("Old.");
    expect(mergeAnswers(given(null, null), given(null, null)).answers).toBeNull();
  });
});

describe("planInvitations", () => {
  const line = (number: number, side: string, email: string) => ({
    ...{ line: number, name: "N", entity: "", country: null, zone: "Asia/Seoul", side, email },
  });

  it("knows a side by its letter and by its Study Group, and says which lines are wrong", () => {
    const asked = new Map([["known@example.org", "a"]]);
    const lines = [
      line(2, "a", "new@example.org"),
      line(3, "SG 20", "other@example.org"),
      line(4, "B", "new@example.org"),
      line(5, "A", "new@example.org"),
      line(6, "SG2", "known@example.org"),
      line(7, "B", "known@example.org"),
      line(8, "C", "third@example.org"),
    ];
    const plan = planInvitations(lines, SIDES, asked);
    expect(plan.added.map(({ email, sideId }) => [email, sideId])).toEqual([
      ["new@example.org", "a"],
      ["other@example.org", "b"],
    ]);
    expect(plan.unchanged).toBe(2);
    expect(plan.errors.map(({ line: number, words }) => [number, words.key])).toEqual([
      [4, "scheduling.inviting.csv.otherSide"],
      [7, "scheduling.inviting.csv.otherSide"],
      [8, "scheduling.inviting.csv.side"],
    ]);
  });
});

describe("offerRoles", () => {
  const held = (personId: string, role: RoleHolding["role"], group: string): RoleHolding => ({
    ...{ personId, name: personId.toUpperCase(), role, groupId: `id-${group}`, group },
  });
  const side = { id: "a", group: { id: "id-SG2", reference: "SG2" } };

  it("offers the management team, then every role and group that somebody holds, and counts who is new", () => {
    const offers = offerRoles(
      side,
      [
        ...[held("c", "chair", "SG2"), held("s", "secretariat", "SG2"), held("w", "wp_chair", "WP1/2")],
        ...[held("r", "rapporteur", "Q1/2"), held("d", "delegate", "Q1/2"), held("r", "delegate", "Q1/2")],
      ],
      new Set(["c", "r"]),
    );
    expect(offers.map(({ key, people, fresh }) => [key, people.length, fresh])).toEqual([
      ["a/management/id-SG2", 3, 2],
      ["a/chair/id-SG2", 1, 0],
      ["a/secretariat/id-SG2", 1, 1],
      ["a/everybody/id-SG2", 2, 1],
      ["a/wp_chair/id-WP1/2", 1, 1],
      ["a/rapporteur/id-Q1/2", 1, 0],
      ["a/delegate/id-Q1/2", 2, 1],
      ["a/everybody/id-Q1/2", 2, 1],
    ]);
  });
});

it("asks members and who is on the list, each once and for the side of the list", () => {
  const listed = [
    { id: "i1", personId: "p", sideId: "b" },
    { id: "i2", personId: "guest", sideId: "a" },
  ];
  expect(guestsOf(seriesFacts(), listed)).toEqual([
    { personId: "p", sideId: "b", inviteeId: "i1" },
    { personId: "guest", sideId: "a", inviteeId: "i2" },
  ]);
  expect(guestsOf(seriesFacts(), [])).toEqual([{ personId: "p", sideId: "a" }]);
});
