import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { execFile } from "node:child_process";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { assentToChange } from "#lib/changes/usecases/assent-to-change";
import { putChangeForward } from "#lib/changes/usecases/put-change-forward";
import { db } from "#lib/db/client";
import { assentToChoice } from "#lib/decisions/usecases/assent-to-choice";
import { chooseSeries } from "#lib/decisions/usecases/choose-series";
import { canonicalJson, type Json } from "#lib/decisions/domain/canonical";
import { SEALED } from "#lib/decisions/domain/record";
import { showDecision } from "#lib/decisions/usecases/show-decision";
import { verifyRecord } from "#lib/decisions/usecases/verify-record";
import { viewChoice } from "#lib/decisions/usecases/view-choice";
import type { Answer } from "#lib/scheduling/domain/packed-answers";
import { extendDeadline } from "#lib/scheduling/usecases/extend-deadline";
import { emptyDatabase } from "../../support/clean.ts";
import { type JointSeriesFixture, makeJointSeries } from "../../support/joint-series.ts";
import { AFTER, answer, DEADLINE, mailedToken, openFour, OPENED } from "../../support/poll.ts";
import { sha256 } from "../../support/poll.ts";

let series: JointSeriesFixture;
let slots: string[];
beforeEach(async () => {
  await emptyDatabase();
  series = await makeJointSeries();
  slots = await openFour(series);
  for (const address of ["dora.delegate", "jun.second", "paul.first"])
    await says(address, ["yes", "yes", "if_need_be", "yes"]);
});
afterAll(() => db.$disconnect());

const says = async (address: string, answers: readonly Answer[], now = OPENED) =>
  answer(
    { token: await mailedToken(`${address}@example.org`) },
    Object.fromEntries(answers.flatMap((said, index) => (slots[index] ? [[slots[index], said]] : []))),
    now,
  );
const choose = (slotIds: string[], { reason = "", aims = "", now = AFTER } = {}) =>
  chooseSeries(series.cast.sg2CoChair, { reference: series.reference, slotIds, aims, reason }, now);
type Said = { readonly now?: Date; readonly reason?: string };
const assent = (
  choiceId: string,
  name: "sg2CoChair" | "sg20CoChair",
  { now = AFTER, reason = "" }: Said = {},
) =>
  assentToChoice(
    series.cast[name],
    {
      ...{ reference: series.reference, choiceId, outcome: "agreed", method: "correspondence" },
      sideId: name === "sg2CoChair" ? series.sideA : series.sideB,
      ...{ decidedBy: "The co-chair", evidence: "", comment: "", reason },
    },
    now,
  );
async function decided(now = AFTER) {
  const choice = await choose([slots[0] ?? "", slots[1] ?? "", slots[3] ?? ""], { now });
  await assent(choice, "sg2CoChair", { now });
  await assent(choice, "sg20CoChair", { now });
  return db.decisionRecord.findFirstOrThrow();
}

/** The part, with something added that leaves it readable. */
function anotherOf(part: string, value: unknown): Json {
  if (typeof value === "string") return `${value} `;
  if (Array.isArray(value)) return [...value, "one more"];
  return { ...(value as Record<string, Json>), more: part };
}

describe("the decision record", () => {
  it("holds rules with edition, pseudonymised answers, tz data version, ranking, choice and reason", async () => {
    const { text, sha256: hash, choiceId } = await decided();
    expect(hash).toBe(sha256(text));
    const record = JSON.parse(text);
    expect(record).toMatchObject({
      form: "liaise-decision-record/1",
      decidedAt: AFTER.toISOString(),
      tzVersion: process.versions.tz,
      series: { reference: series.reference, meetings: 3, sides: [{ letter: "A", group: "SG2" }, {}] },
      chosen: { slots: ["s000", "s001", "s003"], reason: "" },
      computed: { rank: 1, ranking: { proof: "optimal" } },
      ...{ waivers: [], changes: [] },
    });
    expect(record.rules).toContainEqual(
      expect.objectContaining({ id: "D1", clause: "2.3.3.13", edition: "10/2016", severity: "fail" }),
    );
    expect(record.problem.people).toHaveLength(4);
    expect(record.assents.map(({ side }: { side: string }) => side)).toEqual(["A", "B"]);
    expect(await db.pollChoice.findUnique({ where: { id: choiceId } })).toMatchObject({
      rank: 1,
      reason: "",
    });
    for (const name of ["Dora", "Jun", "Paul", "@", ...slots]) expect(text).not.toContain(name);
  });

  it("holds the reason for dates that were the first when put forward and are not when decided", async () => {
    const { cast, reference } = series;
    const choice = await choose([slots[0] ?? "", slots[1] ?? "", slots[3] ?? ""]);
    await assent(choice, "sg2CoChair");
    await extendDeadline(cast.sg2CoChair, { reference, ...DEADLINE, day: "2027-01-20" }, AFTER);
    for (const address of ["dora.delegate", "paul.first"])
      // nobody of SG2 is left for the second date
      await says(address, ["yes", "no", "yes", "yes"], new Date("2027-01-18T10:00Z"));
    const later = new Date("2027-01-21T10:00Z");
    const shown = async (who: "sg20CoChair" | "sg20Delegate") =>
      (await viewChoice(cast[who], reference, later)).choice;
    expect(await shown("sg20CoChair")).toMatchObject({ rank: 1, reason: "", today: { rank: null } });
    expect(await shown("sg20Delegate")).toMatchObject({ rank: 1, today: null });

    await expect(assent(choice, "sg20CoChair", { now: later })).rejects.toMatchObject({
      ...{ code: "invalid", words: { key: "decisions.refusal.rankNow", values: { rank: 0 } } },
      fields: { reason: [{ key: "decisions.refusal.rankNow" }] },
    });
    expect([
      await db.meeting.count(),
      await db.decisionRecord.count(),
      await db.choiceAssent.count(),
    ]).toEqual([0, 0, 1]);
    expect(await db.pollChoice.findFirst()).toMatchObject({ rank: 1, reason: "", decidedAt: null });

    const reason = "The others fall into a holiday.";
    expect(await assent(choice, "sg20CoChair", { now: later, reason })).toBe(true);
    expect(await db.pollChoice.findFirst()).toMatchObject({ rank: null, reason, decidedAt: later });
    const { text } = await db.decisionRecord.findFirstOrThrow();
    expect(JSON.parse(text)).toMatchObject({ chosen: { reason }, computed: { rank: null } });
    expect(await verifyRecord(text)).toMatchObject({ same: true });
    expect(await db.auditEntry.findFirst({ where: { action: "datesDecide" } })).toMatchObject({
      after: { rank: null, reason },
    });
  });

  it("comes out the same when it is computed again, and says where it was changed", async () => {
    const { text } = await decided();
    expect(await verifyRecord(text)).toMatchObject({ same: true, differences: [], sha256: sha256(text) });

    const record = JSON.parse(text);
    record.problem.people[0].answers = { s000: "no", s001: "no", s002: "no", s003: "no" };
    const verdict = await verifyRecord(JSON.stringify(record));
    expect(verdict.same).toBe(false);
    const paths = verdict.differences.map(({ path: at }) => at);
    expect(paths).toContain("sha256.problem");
    expect(paths).not.toContain("sha256.chosen");
  });

  it("says which answers somebody entered for a person, and can still be computed again", async () => {
    const dora = { person: { name: "Dora Delegate" } };
    await db.pollInvitee.updateMany({ where: dora, data: { enteredById: series.cast.sg2Secretariat.id } });
    const { text } = await decided();
    const record = JSON.parse(text);
    expect(record.entered).toEqual([{ person: expect.stringMatching(/^p000\d$/), by: "e01" }]);
    const person = record.problem.people.find(({ id }: { id: string }) => id === record.entered[0].person);
    expect(person.zone).toBe("America/New_York");
    expect(text).not.toContain(series.cast.sg2Secretariat.id);
    expect(await verifyRecord(text)).toMatchObject({ same: true });
    expect((await showDecision(series.cast.sg2Delegate, series.reference, AFTER)).facts.entered).toBe(1);
  });

  it.each(SEALED)("is not the same when its part %s is another, or is missing", async (part) => {
    const { [part]: _taken, ...rest } = JSON.parse((await decided()).text);
    const path = `sha256.${part}`;
    if (part !== "problem" && part !== "chosen" && part !== "tzVersion")
      expect((await verifyRecord(canonicalJson(rest))).differences).toContainEqual(
        expect.objectContaining({ path }),
      );
    const other = canonicalJson({ ...rest, [part]: anotherOf(part, _taken) });
    expect((await verifyRecord(other)).differences).toContainEqual(expect.objectContaining({ path }));
  });

  it("is not the same with anything added to it", async () => {
    const { text } = await decided();
    const added = canonicalJson({ ...JSON.parse(text), note: "Approved by TSAG." });
    expect(await verifyRecord(added)).toMatchObject({
      same: false,
      differences: [{ path: "note", here: "Approved by TSAG.", there: null }],
    });
  });

  it("finds a ranking that was written by hand", async () => {
    const { text } = await decided();
    const record = JSON.parse(text);
    record.computed.rank = 3;
    const { differences } = await verifyRecord(JSON.stringify(record));
    expect(differences).toContainEqual({ path: "computed.rank", here: 3, there: 1 });
  });

  it("refuses what is no record", async () => {
    for (const text of ["", "[]", "{}", '{"form":"liaise-decision-record/1"}', "not json"])
      await expect(verifyRecord(text)).rejects.toMatchObject({
        words: { key: "decisions.refusal.noRecord" },
      });
  });

  it("is verified by the command line with 0 for the same, 1 for another and 2 for no record", async () => {
    const { text } = await decided();
    const folder = mkdtempSync(path.join(tmpdir(), "record-"));
    const verify = (content: string) =>
      new Promise<{ code: unknown; said: { same?: boolean; error?: string } }>((resolve) => {
        const file = path.join(folder, "record.json");
        writeFileSync(file, content);
        execFile(process.execPath, ["scripts/liaise.ts", "verify-record", file], (error, stdout) =>
          resolve({ code: error?.code ?? 0, said: JSON.parse(stdout) }),
        );
      });
    expect(await verify(text)).toMatchObject({ code: 0, said: { same: true } });
    expect(await verify(text.replace('"rank":1', '"rank":2'))).toMatchObject({
      code: 1,
      said: { same: false },
    });
    expect(await verify("{}")).toMatchObject({
      code: 2,
      said: { error: "This is no decision record of Liaise." },
    });
  });

  it("can neither be changed nor deleted", async () => {
    await decided();
    await expect(db.decisionRecord.updateMany({ data: { text: "" } })).rejects.toThrow();
    await expect(db.burdenBalance.deleteMany()).rejects.toThrow();
  });
});

describe("a series that is not the first", () => {
  it("is put forward only with a reason, which the record keeps", async () => {
    const others = [slots[0] ?? "", slots[1] ?? "", slots[2] ?? ""];
    await expect(choose(others)).rejects.toMatchObject({
      ...{ code: "invalid", words: { key: "decisions.refusal.reason" } },
    });
    expect(await db.pollChoice.count()).toBe(0);
    const choice = await choose(others, { reason: "A holiday in April" });
    expect(await db.pollChoice.findFirst()).toMatchObject({ rank: 4, reason: "A holiday in April" });
    await assent(choice, "sg2CoChair");
    await assent(choice, "sg20CoChair");
    const { text } = await db.decisionRecord.findFirstOrThrow();
    expect(JSON.parse(text)).toMatchObject({
      chosen: { reason: "A holiday in April" },
      computed: { rank: 4 },
    });
  });

  it("can be the first under other aims, which are kept with the choice", async () => {
    await choose([slots[0] ?? "", slots[1] ?? "", slots[2] ?? ""], { aims: "order=earliest" });
    expect(await db.pollChoice.findFirst()).toMatchObject({ rank: 1, aims: { minGapDays: 6, carry: true } });
  });
});

it("if need be ranks below yes", async () => {
  const withYes = await choose([slots[0] ?? "", slots[1] ?? "", slots[3] ?? ""]);
  expect(await db.pollChoice.findUnique({ where: { id: withYes } })).toMatchObject({ rank: 1 });
  const withIfNeedBe = await choose([slots[0] ?? "", slots[1] ?? "", slots[2] ?? ""], { reason: "Tested" });
  expect(await db.pollChoice.findUnique({ where: { id: withIfNeedBe } })).toMatchObject({ rank: 4 });
});

it("keeps the answers at each assent, and writes down what changed between the two", async () => {
  const choice = await choose([slots[0] ?? "", slots[1] ?? "", slots[3] ?? ""]);
  await assent(choice, "sg2CoChair");
  const { cast, reference } = series;
  await extendDeadline(cast.sg2CoChair, { reference, ...DEADLINE, day: "2027-01-20" }, AFTER);
  await says("dora.delegate", ["no", "yes", "yes", "yes"], new Date("2027-01-18T10:00Z"));
  await assent(choice, "sg20CoChair", { now: new Date("2027-01-21T10:00Z"), reason: "Both keep to them." });
  const { text } = await db.decisionRecord.findFirstOrThrow();
  expect(JSON.parse(text).changes).toEqual([
    { person: expect.stringMatching(/^p\d{4}$/), slot: "s000", before: "yes", after: "no" },
  ]);
  const assents = await db.choiceAssent.findMany({ orderBy: { assentedAt: "asc" } });
  expect(assents.map(({ sideId }) => sideId)).toEqual([series.sideA, series.sideB]);
  expect(Object.keys(assents[0]?.answers ?? {})).toHaveLength(4);
});

it("carries what each zone bore to the ledger of the same sides", async () => {
  await decided();
  const balances = await db.burdenBalance.findMany({ orderBy: { timeZone: "asc" } });
  expect(balances.map(({ parties, timeZone, burden }) => [parties, timeZone, burden])).toEqual([
    // Seoul: 22:00 to 24:00 twice and 21:00 to 23:00 once, when the hours weigh 3, 5; 3, 5; 2, 3.
    ["SG2+SG20", "America/New_York", 0],
    ["SG2+SG20", "Asia/Kolkata", 210],
    ["SG2+SG20", "Asia/Seoul", 1_260],
    ["SG2+SG20", "Europe/London", 0],
  ]);
});

it("takes from the ledger what a meeting weighed that is cancelled afterwards, and adds a line for it", async () => {
  await decided();
  const { cast, reference, sideB } = series;
  const changeId = await putChangeForward(
    cast.sg2CoChair,
    { reference, sequence: 1, version: 1, kind: "cancel", reason: "Nothing is left for it." },
    AFTER,
  );
  expect(await db.burdenBalance.count({ where: { changeId: { not: null } } })).toBe(0);
  await assentToChange(cast.sg20CoChair, { reference, changeId, sideId: sideB, outcome: "agreed" }, AFTER);
  const corrections = await db.burdenBalance.findMany({ where: { changeId }, orderBy: { timeZone: "asc" } });
  expect(corrections.map(({ parties, timeZone, burden }) => [parties, timeZone, burden])).toEqual([
    ["SG2+SG20", "Asia/Kolkata", -90],
    ["SG2+SG20", "Asia/Seoul", -480], // 22:00 to 24:00
  ]);
});
