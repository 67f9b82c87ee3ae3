import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "#lib/db/client";
import { rankPoll } from "#lib/decisions/usecases/rank-poll";
import { showDecision } from "#lib/decisions/usecases/show-decision";
import { viewChoice } from "#lib/decisions/usecases/view-choice";
import { assentToChoice } from "#lib/decisions/usecases/assent-to-choice";
import { chooseSeries } from "#lib/decisions/usecases/choose-series";
import type { Answer } from "#lib/scheduling/domain/packed-answers";
import { extendDeadline } from "#lib/scheduling/usecases/extend-deadline";
import { emptyDatabase } from "../../support/clean.ts";
import { type JointSeriesFixture, makeJointSeries } from "../../support/joint-series.ts";
import { AFTER, answer, DEADLINE, mailedToken, openFour, OPENED } from "../../support/poll.ts";

let series: JointSeriesFixture;
let slots: string[];
beforeEach(async () => {
  await emptyDatabase();
  series = await makeJointSeries();
  slots = await openFour(series);
  await says("dora.delegate", ["yes", "yes", "yes", "no"]);
  await says("jun.second", ["yes", "yes", "if_need_be", "yes"]);
});
afterAll(() => db.$disconnect());

const says = async (address: string, answers: readonly Answer[], now = OPENED) =>
  answer(
    { token: await mailedToken(`${address}@example.org`) },
    Object.fromEntries(answers.flatMap((said, index) => (slots[index] ? [[slots[index], said]] : []))),
    now,
  );
type Name = keyof JointSeriesFixture["cast"];
const rank = (name: Name = "sg2CoChair", address: Record<string, string> = {}, now = AFTER) =>
  rankPoll(series.cast[name], { reference: series.reference, address }, { now });
const carriedBySeoul = ({ ranking }: Awaited<ReturnType<typeof rankPoll>>) =>
  ranking?.best[0]?.zones.find(({ place }) => place === "Seoul")?.carried;
const choose = (slotIds = slots.slice(0, 3)) =>
  chooseSeries(
    series.cast.sg2CoChair,
    { reference: series.reference, slotIds, aims: "", reason: "Tested" },
    AFTER,
  );
const assent = (choiceId: string, letter: "A" | "B", now = AFTER) =>
  assentToChoice(
    letter === "A" ? series.cast.sg2CoChair : series.cast.sg20CoChair,
    {
      ...{ reference: series.reference, choiceId, outcome: "agreed", method: "correspondence" },
      sideId: letter === "A" ? series.sideA : series.sideB,
      ...{ decidedBy: "The co-chair", evidence: "", comment: "" },
    },
    now,
  );

describe("rankPoll", () => {
  it("gives the best series with people of each side, local times and the proof, and no address", async () => {
    const view = await rank();
    expect(view).toMatchObject({ phase: "closed", refusal: null, mayPutForward: true });
    const [first] = view.ranking?.best ?? [];
    expect(first?.meetings.map(({ id }) => id)).toEqual(slots.slice(0, 3));
    expect(first?.meetings[0]?.sides).toMatchObject([
      { letter: "A", able: 1, quorum: 1, reached: true },
      { letter: "B", able: 1, quorum: 1, reached: true },
    ]);
    expect(first?.zones.find(({ place }) => place === "Seoul")?.times.map(({ minute }) => minute)).toEqual([
      ...[22 * 60, 22 * 60, 21 * 60],
    ]);
    expect(view.ranking?.gap).toBeNull();
    expect(JSON.stringify(view)).not.toContain("@example");
  });

  it("keeps to the aims of the address", async () => {
    const never = await rank("sg2CoChair", { never: "0" });
    expect(never.ranking?.best).toEqual([]);
    expect(never.ranking?.nearest?.changes.map(({ key }) => key)).toContain("decisions.change.never");
    const lower = await rank("sg2CoChair", { never: "0", "quorum.A": "0" });
    expect(lower.ranking?.best[0]?.meetings.map(({ id }) => id)).toEqual(slots.slice(1));
  });

  it("shows a provisional ranking to co-chairs while the poll is open, unless the poll hides answers", async () => {
    expect((await rank("sg20CoChair", {}, OPENED)).ranking?.best.length).toBeGreaterThan(0);
    expect(await rank("sg20CoChair", {}, OPENED)).toMatchObject({ mayPutForward: false });
    expect(await rank("sg2Chair", {}, OPENED)).toMatchObject({
      ...{ refusal: "scheduling.refusal.stillOpen", ranking: null, slots: [] },
    });
    await db.datePoll.updateMany({ data: { hidesSides: true } });
    expect(await rank("sg20CoChair", {}, OPENED)).toMatchObject({
      ...{ refusal: "decisions.refusal.hidden", ranking: null },
    });
    expect((await rank("sg20CoChair", {}, AFTER)).refusal).toBeNull();
  });

  it("is for those who take part in the choice", async () => {
    await expect(rank("sg2Delegate")).rejects.toMatchObject({ code: "forbidden" });
    await expect(rank("stranger")).rejects.toMatchObject({ code: "not_found" });
    expect(await rank("sg20Chair")).toMatchObject({ refusal: null, mayPutForward: false });
  });

  it("ends when the reader gives it up", async () => {
    const gone = AbortSignal.abort();
    await expect(
      rankPoll(
        series.cast.sg2CoChair,
        { reference: series.reference, address: { gap: "1" } },
        { now: AFTER, signal: gone },
      ),
    ).rejects.toMatchObject({ words: { key: "decisions.refusal.givenUp" } });
  });

  it("counts what zones bore in the earlier series of the same sides", async () => {
    await assent(await choose(), "A");
    const [choice] = await db.pollChoice.findMany();
    await assent(choice?.id ?? "", "B");
    const [poll] = await db.datePoll.findMany();
    await db.datePoll.update({ where: { id: poll?.id ?? "" }, data: { state: "open" } });
    const view = await rank();
    expect(view.balances[0]).toEqual({ timeZone: "Asia/Seoul", burden: 1_260 });
    expect(carriedBySeoul(view)).toBe(1_260);
    expect(carriedBySeoul(await rank("sg2CoChair", { carry: "no" }))).toBe(0);
  });
});

describe("viewChoice", () => {
  it("shows whose answers to these dates changed since the first side agreed", async () => {
    const choice = await choose();
    await assent(choice, "A");
    const { cast, reference } = series;
    await extendDeadline(cast.sg2CoChair, { reference, ...DEADLINE, day: "2027-01-20" }, AFTER);
    await says("dora.delegate", ["no", "yes", "yes", "yes"], new Date("2027-01-18T10:00Z"));
    const later = new Date("2027-01-21T10:00Z");
    const view = await viewChoice(cast.sg20CoChair, reference, later);
    expect(view.choice?.changes).toMatchObject([
      { name: "Dora Delegate", letter: "A", slotId: slots[0], before: "yes", after: "no" },
    ]);
    const delegate = await viewChoice(cast.sg20Delegate, reference, later);
    expect(delegate.choice).toMatchObject({ changes: [], hiddenChanges: 1 });
    await db.datePoll.updateMany({ data: { hidesSides: true } });
    const open = new Date("2027-01-19T10:00Z");
    expect((await viewChoice(cast.sg20CoChair, reference, open)).choice).toMatchObject({
      ...{ changes: [], hiddenChanges: 1 },
    });
  });
});

describe("showDecision", () => {
  it("shows the record to everybody who may see the series, and nothing before it is made", async () => {
    const { cast, reference } = series;
    await expect(showDecision(cast.sg2CoChair, reference)).rejects.toMatchObject({ code: "not_found" });
    const choice = await choose();
    await assent(choice, "A");
    await assent(choice, "B");
    const view = await showDecision(cast.sg20Delegate, reference);
    expect(view.facts).toMatchObject({
      rank: 1,
      isProven: true,
      counts: { slots: 4, people: 4, answers: 2 },
    });
    expect(view.facts.meetings).toHaveLength(3);
    await expect(showDecision(cast.stranger, reference)).rejects.toMatchObject({ code: "not_found" });
  });
});

it("finalise twice or at once gives one result", async () => {
  const choice = await choose();
  const results = await Promise.allSettled(
    (["A", "B", "A", "B"] as const).map((letter) => assent(choice, letter)),
  );
  expect(results.map(({ status }) => status)).toEqual(Array(4).fill("fulfilled"));
  expect(await assent(choice, "A")).toBe(true);
  expect([await db.decisionRecord.count(), await db.meeting.count()]).toEqual([1, 3]);
  expect(await db.auditEntry.count({ where: { action: "datesDecide" } })).toBe(1);
});
