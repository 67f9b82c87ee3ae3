import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Availability, Engagement, UsualHours } from "#lib/availability/domain/availability";
import { prefillAnswers } from "#lib/availability/domain/prefill-answers";
import { type ZonePlan, zoneAt } from "#lib/availability/domain/zone-plan";
import { addMinutes } from "#lib/kernel/interval";

const home = (timeZone: string, ...stays: ZonePlan["stays"]): ZonePlan => ({ home: timeZone, stays });
const slot = (startsAt: string, lengthMinutes = 120) => {
  const start = new Date(startsAt);
  return { id: "s", start, end: addMinutes(start, lengthMinutes) };
};
const once = (kind: "hard" | "soft", from: string, to: string): Engagement => ({
  ...{ id: "e", kind, title: "", every: "once", start: new Date(from), end: new Date(to) },
});
const weekly = (kind: "hard" | "soft", weekday: number, [from, to]: [number, number]): Engagement => ({
  ...{ id: "e", kind, title: "", every: "week", weekday, fromMinute: from * 60, toMinute: to * 60 },
});
const office: UsualHours = {
  ...{ fromMinute: 8 * 60, toMinute: 18 * 60, weekdays: [1, 2, 3, 4, 5], outside: "no", inside: "yes" },
};
const says = (at: ReturnType<typeof slot>, own: Partial<Availability>) =>
  prefillAnswers([at], { plan: home("Europe/Zurich"), engagements: [], hours: null, ...own })["s"] ?? null;

const tuesday = slot("2027-03-16T13:00Z"); // 14:00 to 16:00 Geneva

describe("prefillAnswers", () => {
  it("says nothing for an empty profile", () => {
    expect(says(tuesday, {})).toBeNull();
  });

  it("says no to a conflict and if need be to a preference, and nothing where they only touch", () => {
    const [from, to] = ["2027-03-16T14:59Z", "2027-03-16T18:00Z"];
    expect(says(tuesday, { engagements: [once("hard", from, to)] })).toBe("no");
    expect(says(tuesday, { engagements: [once("soft", from, to)] })).toBe("if_need_be");
    expect(says(tuesday, { engagements: [once("hard", "2027-03-16T15:00Z", to)] })).toBeNull();
    expect(
      says(tuesday, { engagements: [once("hard", "2027-03-16T09:00Z", "2027-03-16T13:00Z")] }),
    ).toBeNull();
  });

  it("lets a conflict win over a preference and over free usual hours", () => {
    const engagements = [weekly("soft", 2, [14, 15]), weekly("hard", 2, [15, 16])];
    expect(says(tuesday, { engagements, hours: office })).toBe("no");
  });

  it("meets weekly engagements on their weekday alone, also past midnight", () => {
    expect(says(tuesday, { engagements: [weekly("hard", 2, [15, 17])] })).toBe("no");
    expect(says(tuesday, { engagements: [weekly("hard", 3, [15, 17])] })).toBeNull();
    const late = slot("2027-03-16T22:00Z"); // 23:00 to 01:00
    expect(says(late, { engagements: [weekly("hard", 3, [0, 1])] })).toBe("no");
    expect(says(slot("2027-03-21T22:00Z"), { engagements: [weekly("hard", 1, [0, 1])] })).toBe("no");
    expect(says(late, { engagements: [weekly("hard", 3, [1, 2])] })).toBeNull();
  });

  it("keeps weekly times on the wall clock over a clock change", () => {
    const engagements = [weekly("hard", 2, [14, 15])];
    expect(says(slot("2027-03-30T12:00Z", 60), { engagements })).toBe("no");
    expect(says(slot("2027-03-30T13:00Z", 60), { engagements })).toBeNull();
  });

  it("fills in what the person set inside and outside the usual hours, to the minute", () => {
    const at = (start: string, minutes: number) => says(slot(start, minutes), { hours: office });
    expect(at("2027-03-16T07:00Z", 600)).toBe("yes");
    expect(at("2027-03-16T06:59Z", 60)).toBe("no");
    expect(at("2027-03-16T16:30Z", 31)).toBe("no");
    expect(at("2027-03-20T12:00Z", 60)).toBe("no"); // Saturday
    expect(says(tuesday, { hours: { ...office, inside: "none" } })).toBeNull();
  });

  it("does not lift a no outside the usual hours by a preference there", () => {
    const engagements = [weekly("soft", 6, [0, 24])];
    expect(says(slot("2027-03-20T12:00Z"), { engagements, hours: office })).toBe("no");
    expect(
      says(slot("2027-03-20T12:00Z"), { engagements, hours: { ...office, outside: "if_need_be" } }),
    ).toBe("if_need_be");
  });

  it("takes the clock of where the person is on that day", () => {
    const stay = { fromDay: "2027-03-16", toDay: "2027-03-16", timeZone: "Asia/Seoul" };
    const plan = home("Europe/Zurich", stay);
    expect(says(tuesday, { plan, hours: office })).toBe("no"); // 22:00 in Seoul
    expect(says(slot("2027-03-17T13:00Z"), { plan, hours: office })).toBe("yes");
  });

  it("answers every slot that meets a conflict with no, whatever else the profile says", () => {
    const instant = fc
      .integer({ min: 0, max: 60 * 24 * 60 })
      .map((minute) => addMinutes(tuesday.start, minute));
    fc.assert(
      fc.property(
        fc.record({
          from: instant,
          at: instant,
          length: fc.integer({ min: 15, max: 480 }),
          soft: fc.boolean(),
        }),
        ({ from, at, length, soft }) => {
          const target = { id: "s", start: at, end: addMinutes(at, length) };
          const hard = once("hard", from.toISOString(), addMinutes(from, 60).toISOString());
          const engagements = soft ? [weekly("soft", 2, [0, 24]), hard] : [hard];
          const meets = from < target.end && target.start < addMinutes(from, 60);
          const said = says(target, { engagements, hours: { ...office, outside: "if_need_be" } });
          expect(said === "no").toBe(meets);
        },
      ),
    );
  });
});

describe("zoneAt", () => {
  const plan = home("Europe/Zurich", { fromDay: "2027-03-16", toDay: "2027-03-17", timeZone: "Asia/Seoul" });

  it("counts the first and the last day on the clock of the stay", () => {
    expect(zoneAt(plan, new Date("2027-03-15T14:59:59Z"))).toBe("Europe/Zurich");
    expect(zoneAt(plan, new Date("2027-03-15T15:00:00Z"))).toBe("Asia/Seoul");
    expect(zoneAt(plan, new Date("2027-03-17T14:59:59Z"))).toBe("Asia/Seoul");
    expect(zoneAt(plan, new Date("2027-03-17T15:00:00Z"))).toBe("Europe/Zurich");
  });
});
