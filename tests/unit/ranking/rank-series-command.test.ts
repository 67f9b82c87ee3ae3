import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";

const folder = mkdtempSync(path.join(tmpdir(), "liaise-ranking-"));
afterAll(() => rmSync(folder, { recursive: true }));

const problem = {
  slots: [
    { id: "a", startsAt: "2027-03-01T13:00:00Z", lengthMinutes: 120 },
    { id: "b", startsAt: "2027-03-09T14:00:00+01:00", lengthMinutes: 120, blocked: false },
    { id: "c", startsAt: "2027-03-18T13:00:00Z", lengthMinutes: 120 },
  ],
  people: [
    { id: "p", side: "SG2", zone: "Asia/Seoul", answers: { a: "yes", b: "ifNeedBe", c: "yes" } },
    { id: "q", side: "SG20", zone: "Europe/Zurich", required: true, answers: { a: "yes", c: "yes" } },
  ],
  rules: {
    ...{ meetings: 2, minGapDays: 7, quorum: { SG2: 1, SG20: 1 }, reachOf: 2 },
    burdenByHour: [3, 3, 3, 3, 3, 3, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 3],
  },
};

function rank(input: unknown) {
  const file = path.join(folder, "problem.json");
  writeFileSync(file, typeof input === "string" ? input : JSON.stringify(input));
  return run([file]);
}

function run(words: readonly string[], input = "") {
  const command = ["scripts/liaise.ts", "rank-series", ...words];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { input, encoding: "utf8" });
  expect(stderr).toBe("");
  const answer: unknown = JSON.parse(stdout);
  return { status, answer };
}

it("prints the best series of a file as one JSON object and nothing else", () => {
  // 13:00 to 15:00 UTC is 22:00 to 24:00 in Seoul: 60 minutes of 2 and 60 of 3, twice.
  expect(rank(problem)).toEqual({
    status: 0,
    answer: {
      proof: "optimal",
      best: [
        {
          ...{ slots: ["a", "c"], reach: 2, attendance: 8, totalBurden: 600 },
          worstZone: { zone: "Asia/Seoul", burden: 600 },
        },
      ],
      nearest: null,
      elapsedMs: expect.any(Number),
    },
  });
});

it("reads the problem from standard input too", () => {
  expect(run(["-"], JSON.stringify(problem))).toMatchObject({ status: 0, answer: { proof: "optimal" } });
});

it("takes null for what may be missing", () => {
  const rules = { ...problem.rules, maxGapDays: null, maxPerWeek: null, notAfter: null, carried: null };

  expect(rank({ ...problem, rules, order: null })).toMatchObject({
    answer: { best: [{ slots: ["a", "c"] }] },
  });
});

it("prints the nearest series with the rules it breaks when none is possible", () => {
  expect(rank({ ...problem, rules: { ...problem.rules, minGapDays: 30 } })).toMatchObject({
    status: 0,
    answer: {
      best: [],
      nearest: {
        slots: ["a", "c"],
        broken: [{ rule: "minGapDays", slot: "a", next: "c", days: 17, needed: 30 }],
        changes: [{ rule: "minGapDays", from: 30, to: 17 }, { rule: "meetings" }],
      },
    },
  });
});

it("says what is wrong with a problem and where, and ends with 2", () => {
  const withRules = (rules: object) => rank({ ...problem, rules: { ...problem.rules, ...rules } });
  const refusal = (pattern: RegExp) => ({ status: 2, answer: { error: expect.stringMatching(pattern) } });

  expect(rank("{")).toEqual(refusal(/not JSON/));
  expect(rank({ ...problem, slots: undefined })).toEqual(refusal(/^slots: /));
  expect(rank({ ...problem, order: ["reach", "reach"] })).toEqual(refusal(/^order: names a measure twice/));
  expect(rank({ ...problem, must: ["z"] })).toEqual(refusal(/slots that are offered/));
  expect(withRules({ meetings: 0 })).toEqual(refusal(/^rules.meetings: /));
  expect(withRules({ burdenByHour: [1] })).toEqual(refusal(/^rules.burdenByHour: /));
  expect(withRules({ notBefore: "2027-03-01T13:00:00" })).toEqual(refusal(/^rules.notBefore: .*offset/));
  expect(withRules({ notBefore: "2027-02-29T13:00:00Z" })).toEqual(refusal(/^rules.notBefore: /));
  expect(run(["no-such-file.json"])).toEqual(refusal(/no-such-file.json cannot be read/));
  expect(run([])).toEqual(refusal(/Name a file/));
});

it("refuses people of unknown zones, with unknown answers and with the same id", () => {
  const [first] = problem.people;
  const withPeople = (...people: object[]) => rank({ ...problem, people });
  const refusal = (pattern: RegExp) => ({ status: 2, answer: { error: expect.stringMatching(pattern) } });

  expect(withPeople({ ...first, zone: "Asia/Soul" })).toEqual(refusal(/^people.0.zone: .*time zone/));
  expect(withPeople({ ...first, answers: { a: "maybe" } })).toEqual(refusal(/^people.0.answers: /));
  expect(withPeople({ ...first }, { ...first })).toEqual(refusal(/same id/));
});
