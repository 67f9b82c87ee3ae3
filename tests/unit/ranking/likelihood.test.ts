import fc from "fast-check";
import { expect, it } from "vitest";
import { chanceFree, estimateLikelihood, MODEL } from "#lib/ranking/domain/likelihood";
import type { SeriesProblem } from "#lib/ranking/domain/problem";
import { wordsOfLikelihood } from "#lib/ranking/domain/likelihood-words";
import { inEnglish } from "#lib/words/translate";

const MONDAY = Date.UTC(2027, 0, 4);
const DAY = 86_400_000;
const slotAt = (day: number, hour: number) => ({
  ...{ id: `d${day}h${hour}`, startsAt: new Date(MONDAY + day * DAY + hour * 3_600_000), lengthMinutes: 120 },
});
const weekdays = [0, 1, 2, 3, 4, 7, 8, 9, 10, 11, 14, 15, 16, 17, 18];
const people = (count: number, zone: string, side: string) =>
  Array.from({ length: count }, (_, at) => ({ id: `${side}${at}`, side, zone, answers: null }));
const problem = (
  change: Partial<SeriesProblem> & { quorum?: Record<string, number> } = {},
): SeriesProblem => ({
  slots: weekdays.map((day) => slotAt(day, 12)),
  people: [...people(6, "Europe/Zurich", "A"), ...people(6, "Asia/Seoul", "B")],
  rules: {
    ...{ meetings: 3, minGapDays: 2, quorum: change.quorum ?? { A: 3, B: 3 }, reachOf: 2 },
    burdenByHour: Array<number>(24).fill(1),
  },
  ...change,
});

it("is certain when nobody is needed, and impossible when more are needed than are asked", () => {
  expect(estimateLikelihood(problem({ quorum: {} }))).toMatchObject({ likelihood: 1, advice: null });
  expect(estimateLikelihood(problem({ quorum: { A: 7 } }))).toMatchObject({ likelihood: 0, advice: null });
});

it("gives the same for the same problem, whatever the order of the people", () => {
  const asked = problem();

  expect(estimateLikelihood(asked)).toEqual(estimateLikelihood(asked));
  expect(estimateLikelihood({ ...asked, people: asked.people.toReversed() })).toEqual(
    estimateLikelihood(asked),
  );
});

it("never becomes smaller with more slots or a smaller quorum", () => {
  fc.assert(
    fc.property(
      fc.subarray(weekdays, { minLength: 3 }),
      fc.nat(23),
      fc.integer({ min: 1, max: 5 }),
      (days, hour, least) => {
        const quorum = { A: least, B: least };
        const slots = days.map((day) => slotAt(day, 12));
        const few = estimateLikelihood(problem({ slots, quorum })).likelihood;
        const more = estimateLikelihood(problem({ slots: [...slots, slotAt(5, hour)], quorum })).likelihood;
        const easier = estimateLikelihood(problem({ slots, quorum: { A: least, B: least - 1 } })).likelihood;

        expect(more).toBeGreaterThanOrEqual(few);
        expect(easier).toBeGreaterThanOrEqual(few);
      },
    ),
    { numRuns: 15 },
  );
});

it("advises hours that suit both sides, and says by how much they help", () => {
  // 20:00 in Zurich is 04:00 in Seoul; 08:00 to 10:00 in Zurich is 16:00 to 18:00 there.
  const found = estimateLikelihood(problem({ slots: weekdays.map((day) => slotAt(day, 19)) }));

  expect(found.likelihood).toBeLessThan(0.2);
  expect(found.advice).toMatchObject({ hour: 7, lengthMinutes: 120 });
  expect(found.advice?.startsAt).toHaveLength(4);
  expect(found.advice?.likelihood).toBeGreaterThan(found.likelihood);
  expect(wordsOfLikelihood(found).map(inEnglish)[1]).toMatch(
    /^Add 4 slots at 07:00-09:00 UTC: then a series is possible in \d+ of 100 cases instead of \d+\.$/,
  );
});

it("takes answers that are known as they are", () => {
  const answers = Object.fromEntries(weekdays.map((day) => [`d${day}h12`, "yes" as const]));
  const asked = problem();

  expect(estimateLikelihood(asked).likelihood).toBeLessThan(1);
  const told = asked.people.map((person) => ({ ...person, answers }));
  expect(estimateLikelihood({ ...asked, people: told })).toMatchObject({ likelihood: 1 });
});

it("knows day, edge, night and weekend by the local clock", () => {
  const chance = (iso: string, zone: string) => chanceFree(new Date(iso), 120, zone);

  expect(chance("2027-01-04T07:00:00Z", "Europe/Zurich")).toBe(MODEL.free.day);
  expect(chance("2027-01-04T16:30:00Z", "Europe/Zurich")).toBe(MODEL.free.edge);
  expect(chance("2027-01-04T20:00:00Z", "Europe/Zurich")).toBe(MODEL.free.night);
  expect(chance("2027-01-04T23:00:00Z", "Asia/Seoul")).toBe(MODEL.free.day);
  expect(chance("2027-01-03T12:00:00Z", "Europe/Zurich")).toBe(MODEL.free.weekend);
  expect(chance("2027-01-03T23:30:00Z", "Asia/Seoul")).toBe(MODEL.free.day);
});
