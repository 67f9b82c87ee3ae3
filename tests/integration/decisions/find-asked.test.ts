import { afterAll, beforeEach, expect, it } from "vitest";
import { db } from "#lib/db/client";
import { findAsked } from "#lib/decisions/usecases/find-asked";
import { emptyDatabase } from "../../support/clean.ts";
import { type JointSeriesFixture, makeJointSeries } from "../../support/joint-series.ts";
import { offerFour, openFour, OPENED } from "../../support/poll.ts";

let series: JointSeriesFixture;
beforeEach(async () => {
  await emptyDatabase();
  series = await makeJointSeries();
});
afterAll(() => db.$disconnect());

const find = (who: keyof JointSeriesFixture["cast"], name: string) =>
  findAsked(series.cast[who], { reference: series.reference, name }, OPENED);

it("finds those asked by letters of their names, with their side and without their address", async () => {
  await openFour(series);
  const { id } = await db.pollInvitee.findFirstOrThrow({ where: { person: { name: "Dora Delegate" } } });

  expect(await find("sg2CoChair", "dora")).toEqual([{ id, name: "Dora Delegate", letter: "A" }]);
  expect(await find("sg20Chair", "dora del")).toHaveLength(1);
  expect(await find("sg2CoChair", "")).toEqual([]);
  expect(await find("sg2CoChair", "example.org")).toEqual([]); // addresses are not looked through
});

it("finds those who will be asked, before the poll is opened, and nobody before there is one", async () => {
  expect(await find("sg2CoChair", "dora")).toEqual([]);
  await offerFour(series);
  expect((await find("sg2CoChair", "dora")).map(({ name }) => name)).toEqual(["Dora Delegate"]);
});

it("is for those who take part in the choice", async () => {
  await openFour(series);
  await expect(find("sg2Delegate", "dora")).rejects.toMatchObject({ code: "forbidden" });
  await expect(find("stranger", "dora")).rejects.toMatchObject({ code: "not_found" });
});
