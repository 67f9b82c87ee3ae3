import { afterAll, beforeEach, expect, it } from "vitest";
import { db } from "#lib/db/client";
import { type Aims, writeAims } from "#lib/decisions/domain/aims";
import { chooseSeries } from "#lib/decisions/usecases/choose-series";
import { findDecidingPeople } from "#lib/decisions/usecases/find-deciding-people";
import { foreseeSeries } from "#lib/decisions/usecases/foresee-series";
import { rankPoll } from "#lib/decisions/usecases/rank-poll";
import { setAims } from "#lib/decisions/usecases/set-aims";
import { viewOffer } from "#lib/scheduling/usecases/view-offer";
import { withdrawSlot } from "#lib/scheduling/usecases/withdraw-slot";
import { emptyDatabase } from "../../support/clean.ts";
import { type JointSeriesFixture, makeJointSeries } from "../../support/joint-series.ts";
import { AFTER, answer, offerFour, openFour, OPENED } from "../../support/poll.ts";

let series: JointSeriesFixture;
beforeEach(async () => {
  await emptyDatabase();
  series = await makeJointSeries();
});
afterAll(() => db.$disconnect());

const main = async () => ({ seriesId: series.id, pollId: (await db.datePoll.findFirstOrThrow()).id });
type Name = keyof JointSeriesFixture["cast"];
const rank = (now = AFTER, address: Record<string, string> = {}) =>
  rankPoll(series.cast.sg20CoChair, { reference: series.reference, address }, { now });
const use = async (
  changes: Partial<Aims>,
  { name = "sg2CoChair" as Name, version = 0, now = AFTER } = {},
) => {
  const { aims } = await rank(now);
  const input = { reference: series.reference, aims: writeAims({ ...aims, ...changes }, null), version };
  await setAims(series.cast[name], input, now);
};

it("keeps the aims once with the poll, tells who set them, and ranks for everybody under them", async () => {
  await openFour(series);
  const { people, aims } = await rank();
  const dora = people.find(({ name }) => name === "Dora Delegate")?.id ?? "";
  const set = { minGapDays: 13, maxPerWeek: 2, quorum: { A: 2, B: 0 }, required: [dora], never: [3] };
  await use(set);
  const poll = await db.datePoll.findFirstOrThrow();
  expect(poll).toMatchObject({
    ...{ aims: { minGapDays: 13, maxPerWeek: 2, never: [3] }, aimsVersion: 1, quorum: { A: 2, B: 0 } },
  });
  expect(await db.pollInvitee.findMany({ where: { required: true }, select: { id: true } })).toEqual([
    { id: dora },
  ]);
  expect(await rank()).toMatchObject({
    aims: { ...aims, ...set },
    usual: { ...aims, ...set },
    aimsVersion: 1,
  });
  expect((await rank(AFTER, { gap: "2" })).aims).toMatchObject({ ...set, minGapDays: 2 });
  const [act] = await db.auditEntry.findMany({ where: { action: "aimsSet" } });
  expect(act).toMatchObject({
    ...{ personId: series.cast.sg2CoChair.id, subjectId: poll.id, seriesId: series.id },
    before: { quorum: { A: 1, B: 1 }, required: [] },
    after: { minGapDays: 13, quorum: { A: 2, B: 0 }, required: ["Dora Delegate"] },
  });
});

it("refuses aims set over others that were not looked at, and those of who is no co-chair; nothing is kept", async () => {
  await openFour(series);
  await use({ minGapDays: 13 });
  await expect(use({ minGapDays: 2 })).rejects.toMatchObject({
    ...{ code: "conflict", words: { key: "decisions.refusal.aimsChanged" } },
  });
  for (const name of ["sg2Chair", "sg2Secretariat", "sg2Delegate", "administrator"] as const)
    await expect(use({ minGapDays: 2 }, { name, version: 1 })).rejects.toMatchObject({ code: "forbidden" });
  await expect(use({ minGapDays: 2 }, { name: "stranger", version: 1 })).rejects.toMatchObject({
    ...{ code: "not_found" },
  });
  await expect(use({ quorum: { A: 99, B: 0 } }, { version: 1 })).rejects.toMatchObject({ code: "invalid" });
  expect(await db.datePoll.findFirstOrThrow()).toMatchObject({ aims: { minGapDays: 13 }, aimsVersion: 1 });
  expect(await db.auditEntry.count({ where: { action: "aimsSet" } })).toBe(1);
});

it("keeps one of two that are set at once", async () => {
  await openFour(series);
  const said = await Promise.allSettled([
    use({ minGapDays: 13 }),
    use({ minGapDays: 2 }, { name: "sg20CoChair" }),
  ]);
  expect(said.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect((await db.datePoll.findFirstOrThrow()).aimsVersion).toBe(1);
});

it("tells by them whose answers can still change the result, and when nobody's can", async () => {
  const slots = await openFour(series);
  const [first = ""] = slots;
  await withdrawSlot(series.cast.sg2CoChair, { reference: series.reference, slotId: first }, OPENED);
  const rest = Object.fromEntries(slots.slice(1).map((id) => [id, "yes" as const]));
  for (const actor of [series.cast.sg2CoChair, series.cast.sg20CoChair])
    await answer({ actor, reference: series.reference }, rest);
  expect(await findDecidingPeople(await main(), OPENED)).toHaveProperty("size", 0);
  const foreseen = () => foreseeSeries(series.cast.sg2CoChair, series.reference, OPENED);
  expect(await foreseen()).toMatchObject({ isDecided: true, hasSeries: true });

  await use({ quorum: { A: 2, B: 1 } }, { now: OPENED });
  expect((await findDecidingPeople(await main(), OPENED)).size).toBeGreaterThan(0);
  expect(await foreseen()).toMatchObject({ isDecided: false, hasSeries: false });
});

it("plans backwards by them before the poll is opened, and needs half of each side as long as no quorum is set", async () => {
  await offerFour(series);
  expect((await rank(OPENED)).aims.quorum).toEqual({ A: 1, B: 1 });
  const first = async () =>
    (await viewOffer(series.cast.sg2CoChair, series.reference, OPENED)).plan?.steps.find(
      ({ key }) => key === "firstMeeting",
    )?.day;
  const before = (await first()) ?? "";
  await use({ minGapDays: 21 }, { now: OPENED });
  expect(Date.parse(before) - Date.parse((await first()) ?? "")).toBe(2 * 14 * 86_400_000);
});

it("keeps the aims that were looked at with a choice, whatever is set for the poll meanwhile", async () => {
  const slots = await openFour(series);
  const { aims } = await rank();
  await use({ minGapDays: 13 });
  await chooseSeries(
    series.cast.sg2CoChair,
    {
      ...{ reference: series.reference, slotIds: slots.slice(0, 3), reason: "Tested" },
      aims: writeAims(aims, null),
    },
    AFTER,
  );
  expect((await db.pollChoice.findFirstOrThrow()).aims).toMatchObject({ minGapDays: 6 });
});
