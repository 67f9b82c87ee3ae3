import { describe, expect, it } from "vitest";
import { checkMove, planMove, setAimsAside } from "#lib/changes/domain/change";
import { mayBeChanged } from "#lib/meetings/domain/meeting";
import { changeNote } from "#lib/changes/domain/note";
import { SHIPPED } from "#lib/rules/domain/rules";

const NOW = new Date("2027-01-04T09:00:00Z");
const meeting = (id: string, start: string, status: "planned" | "cancelled" | "held" = "planned") => ({
  ...{ id, status, start: new Date(start), end: new Date(Date.parse(start) + 7_200_000) },
});
const FIRST = meeting("1", "2027-03-02T13:00:00Z");
const others = [
  FIRST,
  meeting("2", "2027-03-09T13:00:00Z"),
  meeting("3", "2027-03-16T13:00:00Z", "cancelled"),
];
const at = (day: string, clock: string) => ({ day, clock, timeZone: "Europe/Zurich", lengthMinutes: 120 });

describe("planMove", () => {
  const plan = (day: string, clock: string) => planMove(FIRST, at(day, clock), { others, now: NOW });

  it("takes the time of a cancelled meeting, and one that only touches another", () => {
    expect(plan("2027-03-16", "14:00").start.toISOString()).toBe("2027-03-16T13:00:00.000Z");
    expect(plan("2027-03-09", "16:00").start.toISOString()).toBe("2027-03-09T15:00:00.000Z");
  });

  it("refuses the past, the same time and another meeting's", () => {
    const key = (words: string) =>
      expect.objectContaining({ words: expect.objectContaining({ key: words }) });
    expect(() => plan("2027-01-04", "10:00")).toThrow(key("changes.refusal.past"));
    expect(() => plan("2027-03-02", "14:00")).toThrow(key("changes.refusal.same"));
    expect(() => plan("2027-03-09", "15:59")).toThrow(key("changes.refusal.overlap"));
  });
});

describe("setAimsAside", () => {
  const missed = [{ key: "decisions.broken.required", values: { day: 0, name: "Dora" } }] as const;

  it("needs a reason exactly when an aim is missed, and says which", () => {
    expect(setAimsAside([], "")).toBeNull();
    expect(setAimsAside([], "Not needed")).toBeNull();
    expect(setAimsAside(missed, "She reads the notes.")).toEqual({ missed, reason: "She reads the notes." });
    expect(() => setAimsAside(missed, "")).toThrow(
      expect.objectContaining({
        code: "invalid",
        fields: { aimsReason: [{ key: "changes.refusal.aimsReason" }, ...missed] },
      }),
    );
  });
});

it("changes planned and confirmed meetings until they begin", () => {
  expect(mayBeChanged(FIRST, NOW)).toBe(true);
  expect(mayBeChanged(FIRST, FIRST.start)).toBe(false);
  expect(mayBeChanged({ ...FIRST, status: "cancelled" }, NOW)).toBe(false);
  expect(mayBeChanged({ ...FIRST, status: "held" }, NOW)).toBe(false);
});

it("asks the rules about the new time by itself and within the series, without cancelled meetings", () => {
  const context = {
    calendars: [],
    zones: [{ timeZone: "Asia/Seoul", people: 2 }],
    weekends: [],
    rules: SHIPPED,
    announceableFrom: NOW,
    target: { group: "TSAG", month: null, opensOn: "2027-04-05" },
  };
  const next = planMove(FIRST, at("2027-03-30", "16:00"), { others, now: NOW });
  const found = checkMove(next, FIRST, { others, context });
  expect(found.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(
    expect.arrayContaining(["D7 fail", "D3 warn", "D5 warn"]),
  );
  const late = found.filter(({ rule }) => rule === "D7").map(({ message }) => message.values?.["scope"]);
  expect(late).toEqual(["last"]);
  expect(found.filter(({ message }) => message.values?.["second"] === 3)).toEqual([]);
});

it("says old and new in Geneva time and UTC, each with its own day", () => {
  const old = { start: new Date("2027-03-01T23:30:00Z"), end: new Date("2027-03-02T00:30:00Z") };
  const { lines } = changeNote({ old, next: null, reason: "No inputs" }, 2);
  expect(lines.map(({ key }) => key)).toEqual([
    ...["changes.note.cancel", "changes.note.old", "changes.note.reason"],
  ]);
  expect(lines[1]?.values).toMatchObject({ day: "2", time: "00:30-01:30", utcDay: "1" });
});
