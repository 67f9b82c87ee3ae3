import { describe, expect, it } from "vitest";
import { DUTIES, type Duty } from "#lib/agendas/domain/agenda";
import { checkAgenda } from "#lib/agendas/domain/checks";
import { addMinutes } from "#lib/kernel/interval";
import { inEnglish } from "#lib/words/translate";

const start = new Date("2027-03-01T12:00:00Z");
const meeting = { start, end: addMinutes(start, 9) };
const without = (...left: Duty[]) =>
  DUTIES.filter((duty) => !left.includes(duty)).map((duty) => ({ duty, minutes: 1 }));

describe("checkAgenda", () => {
  it("finds nothing when every duty item is there and the minutes fit", () => {
    expect(checkAgenda(without(), meeting)).toEqual([]);
  });

  it("counts a missing IPR question as a broken rule, and says it first", () => {
    expect(
      checkAgenda(without("opening", "ipr"), meeting).map(({ rule, severity }) => [rule, severity]),
    ).toEqual([
      ["R2", "fail"],
      ["G1", "warn"],
    ]);
  });

  it.each(DUTIES)("has a sentence for a missing item: %s", (duty) => {
    const [finding, ...more] = checkAgenda(without(duty), meeting);
    expect(more).toEqual([]);
    expect(finding && inEnglish(finding.message)).toMatch(/missing|no item/);
  });

  it("says by how many minutes the agenda is too long, and nothing up to the last minute", () => {
    const items = without();
    expect(checkAgenda([...items, { duty: null, minutes: 0 }], meeting)).toEqual([]);
    const [finding] = checkAgenda([...items, { duty: null, minutes: 1 }], meeting);
    expect(finding).toMatchObject({ rule: "G2", severity: "warn" });
    expect(finding && inEnglish(finding.message)).toBe("The items need 1 minute more than the meeting has.");
  });
});
