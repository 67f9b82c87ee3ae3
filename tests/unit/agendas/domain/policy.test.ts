import { describe, expect, it } from "vitest";
import { isAgendaOpen, mayEditAgenda, requireMayEditAgenda } from "#lib/agendas/domain/policy";
import type { MeetingStatus } from "#lib/meetings/domain/meeting";
import type { Actor, SeriesPart } from "#lib/people/domain/actor";
import type { Series } from "#lib/series/domain/series";

const group = { id: "g2", reference: "SG2" };
const series = {
  id: "s1",
  sides: [{ id: "a", letter: "A", group, questions: [] }],
  groupIds: ["g2"],
} as unknown as Series;
const person = (
  part?: SeriesPart["role"],
  role?: "secretariat" | "chair",
  isAdministrator = false,
): Actor => ({
  ...{ id: "p", name: "P", timeZone: "UTC", isAdministrator },
  roles: role ? [{ role, groupId: "g2", group: "SG2" }] : [],
  parts: part ? [{ seriesId: "s1", sideId: "a", role: part }] : [],
});
const planned = { status: "planned" as const };

describe("who edits an agenda", () => {
  it("is a co-chair, and nobody else who sees the series", () => {
    expect(mayEditAgenda(person("co_chair"), series, planned)).toBe(true);
    for (const reader of [
      person("participant"),
      person(undefined, "secretariat"),
      person(undefined, "chair"),
      person(undefined, undefined, true),
    ]) {
      expect(mayEditAgenda(reader, series, planned)).toBe(false);
      expect(() => requireMayEditAgenda(reader, series, planned)).toThrow(/forbidden/);
    }
  });

  it("does not learn of a series that is not theirs", () => {
    expect(() => requireMayEditAgenda(person(), series, planned)).toThrow(/not_found/);
  });
});

describe("an agenda", () => {
  const statuses: MeetingStatus[] = ["planned", "confirmed", "postponed", "held", "reported", "cancelled"];

  it("can be changed until the meeting was held or cancelled", () => {
    expect(statuses.filter((status) => isAgendaOpen({ status }))).toEqual([
      "planned",
      "confirmed",
      "postponed",
    ]);
    expect(mayEditAgenda(person("co_chair"), series, { status: "held" })).toBe(false);
    expect(() => requireMayEditAgenda(person("co_chair"), series, { status: "held" })).toThrow(/conflict/);
  });
});
